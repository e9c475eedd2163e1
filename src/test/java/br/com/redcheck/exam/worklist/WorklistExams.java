package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.CaseState;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.person.Municipalities;
import br.com.redcheck.person.Municipality;
import br.com.redcheck.platform.database.EveryRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exams for tests, without a single image. */
public record WorklistExams(EveryRow database) {
    /** An exam that was read. */
    public ExamId read(OwnerId owner, String modality, String at, double suspected) {
        return put(owner, modality, at, ExamState.READ, suspected);
    }

    /** An exam without a result. */
    public ExamId in(OwnerId owner, String modality, String at, ExamState state) {
        return put(owner, modality, at, state, null);
    }

    /** Finishes the form of an exam. */
    public void tell(OwnerId owner, ExamId exam, PatientId patient, CaseState caseState, String municipality) {
        Municipality place = Municipalities.named(municipality);
        database.sql("""
                        insert into exam_form (exam_id, owner, typed, saved_at, completed_at, told_at, patient_id, case_state,
                                               municipality, uf)
                        values (:exam, :owner, '', now(), now(), now(), :patient, :state, :municipality, :uf)""")
                .param("exam", exam.value())
                .param("owner", owner.value())
                .param("patient", patient.value())
                .param("state", caseState.name())
                .param("municipality", place.code())
                .param("uf", place.uf().name())
                .update();
    }

    private ExamId put(OwnerId owner, String modality, String at, ExamState state, @Nullable Double suspected) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into exam (id, owner, study_uid, modality, patient_sex, patient_age, received_at, state, state_since,
                                          done_steps, all_steps, suspected, positive)
                        values (:id, :owner, '2.25.' || :id, :modality, 'F', '045Y', :at, :state, :at, 0, 0, :suspected,
                                :suspected >= 0.5)""")
                .param("id", id)
                .param("owner", owner.value())
                .param("modality", modality)
                .param("at", Instant.parse(at).atOffset(ZoneOffset.UTC))
                .param("state", state.name())
                .param("suspected", suspected, java.sql.Types.DOUBLE)
                .update();
        return new ExamId(id);
    }
}
