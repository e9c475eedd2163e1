package br.com.redcheck.exam.clinical;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.CaseState;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code exam_form}; every question names the owner. */
@Component
class FormRows {
    /**
     * A form as it is kept.
     *
     * @param typed sealed
     * @param completedAt null, as what follows, if it was never finished
     */
    record Row(
            byte[] typed,
            Instant savedAt,
            @Nullable Instant completedAt,
            @Nullable PatientId patient,
            @Nullable CaseState caseState,
            @Nullable Integer municipality,
            @Nullable LocalDate onset) {
        /** Whether it was finished, and not changed since. */
        boolean finished() {
            return completedAt != null && !savedAt.isAfter(completedAt);
        }
    }

    private final JdbcClient database;

    FormRows(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(OwnerId owner, ExamId exam) {
        return database.sql("""
                        select typed, saved_at, completed_at, patient_id, case_state, municipality, onset_on
                        from exam_form where owner = :owner and exam_id = :exam""")
                .param("owner", owner.value())
                .param("exam", exam.value())
                .query(FormRows::row)
                .optional();
    }

    /** When it was last told who the patient is. Until the transaction ends nobody tells it anew. */
    Optional<Instant> toldSince(OwnerId owner, ExamId exam) {
        return database.sql("""
                        select told_at from exam_form
                        where owner = :owner and exam_id = :exam and told_at is not null for share""")
                .param("owner", owner.value())
                .param("exam", exam.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void save(OwnerId owner, ExamId exam, byte[] typed, Instant now) {
        database.sql("""
                        insert into exam_form (exam_id, owner, typed, saved_at) values (:exam, :owner, :typed, :now)
                        on conflict on constraint exam_form_pk do update set typed = :typed, saved_at = :now""")
                .param("exam", exam.value())
                .param("owner", owner.value())
                .param("typed", typed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Says of a form that was saved what it says in the open. */
    void complete(OwnerId owner, ExamId exam, ClinicalForm form, PatientId patient, Instant now) {
        database.sql("""
                        update exam_form set completed_at = :now, told_at = :now, patient_id = :patient, case_state = :state,
                            municipality = :municipality, uf = :uf, onset_on = :onset
                        where owner = :owner and exam_id = :exam""")
                .param("exam", exam.value())
                .param("owner", owner.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("patient", patient.value())
                .param("state", form.caseState().name())
                .param("municipality", form.municipality().code())
                .param("uf", form.municipality().uf().name())
                .param("onset", form.onset().orElse(null), Types.DATE)
                .update();
    }

    /** It was told who this patient is: all exams that are of them. */
    List<ExamId> told(OwnerId owner, PatientId patient, Instant now) {
        return database
                .sql("""
                        update exam_form set told_at = :now where owner = :owner and patient_id = :patient
                        returning exam_id""")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .stream()
                .map(ExamId::new)
                .toList();
    }

    /** All exams of a patient. */
    List<ExamId> ofPatient(OwnerId owner, PatientId patient) {
        return database
                .sql("select exam_id from exam_form where owner = :owner and patient_id = :patient order by exam_id")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ExamId::new)
                .toList();
    }

    /** Whether any exam is of this patient. */
    boolean isOfAny(OwnerId owner, PatientId patient) {
        return database.sql("select exists (select from exam_form where owner = :owner and patient_id = :patient)")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID patient = row.getObject("patient_id", UUID.class);
        String caseState = row.getString("case_state");
        return new Row(
                row.getBytes("typed"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                instant(row, "completed_at"),
                patient == null ? null : new PatientId(patient),
                caseState == null ? null : CaseState.valueOf(caseState),
                row.getObject("municipality", Integer.class),
                row.getObject("onset_on", LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
