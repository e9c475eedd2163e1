package br.com.redcheck.exam.clinical;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamForms;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ToldIdentity;
import br.com.redcheck.exam.clinical.FormRows.Row;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.person.Municipalities;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What finished forms tell the rest of the house. */
@Service
@Transactional(readOnly = true)
class ToldForms implements ToldIdentity, ExamForms {
    private final FormRows rows;
    private final Patients patients;

    ToldForms(FormRows rows, Patients patients) {
        this.rows = rows;
        this.patients = patients;
    }

    @Override
    public List<String> texts(OwnerId owner, ExamId exam) {
        return patient(owner, exam)
                .map(patient -> patients.compare(owner, patient))
                .map(Identity::texts)
                .orElse(List.of());
    }

    @Override
    @Transactional
    public Optional<Instant> since(OwnerId owner, ExamId exam) {
        return rows.toldSince(owner, exam);
    }

    @Override
    public Optional<Summary> summary(OwnerId owner, ExamId exam) {
        return rows.find(owner, exam).map(ToldForms::summary);
    }

    @Override
    public Optional<PatientId> patient(OwnerId owner, ExamId exam) {
        return rows.find(owner, exam).flatMap(row -> Optional.ofNullable(row.patient()));
    }

    @Override
    public List<ExamId> ofPatient(OwnerId owner, PatientId patient) {
        return rows.ofPatient(owner, patient);
    }

    private static Summary summary(Row row) {
        Integer municipality = row.municipality();
        return new Summary(
                row.savedAt(),
                row.finished(),
                row.caseState(),
                municipality == null ? null : Municipalities.of(municipality),
                row.onset());
    }
}
