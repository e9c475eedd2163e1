package br.com.redcheck.exam.clinical;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.clinical.FormRows.Row;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.rights.HoldsOfPatients;
import br.com.redcheck.patient.rights.PatientCopy;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written about a patient's exams; it goes with the exams. */
@Component
@Order(30)
class PatientsForms implements HoldsOfPatients {
    private final FormRows forms;
    private final OutcomeRows outcomes;
    private final FormSeal seal;

    PatientsForms(FormRows forms, OutcomeRows outcomes, FormSeal seal) {
        this.forms = forms;
        this.outcomes = outcomes;
        this.seal = seal;
    }

    @Override
    @Transactional(readOnly = true)
    public void copy(OwnerId owner, PatientId patient, PatientCopy copy) throws IOException {
        for (ExamId exam : forms.ofPatient(owner, patient)) {
            Optional<Row> form = forms.find(owner, exam);
            if (form.isPresent()) {
                copy.json(
                        "exams/" + exam + "/form",
                        seal.openForm(owner, form.get().typed()));
            }
            Optional<byte[]> outcome = outcomes.told(owner, exam);
            if (outcome.isPresent()) {
                copy.json("exams/" + exam + "/outcome", seal.openOutcome(owner, outcome.get()));
            }
        }
    }
}
