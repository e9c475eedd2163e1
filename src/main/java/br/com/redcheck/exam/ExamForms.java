package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.person.Municipality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the forms of exams have come; spoken by who keeps them. */
public interface ExamForms {
    /** The form of one exam of the owner's; empty if nobody has begun it. */
    Optional<Summary> summary(OwnerId owner, ExamId exam);

    /** Who the register says an exam of the owner's is of; empty as long as its form was never finished. */
    Optional<PatientId> patient(OwnerId owner, ExamId exam);

    /** All exams that the register says are of a patient of the owner's. */
    List<ExamId> ofPatient(OwnerId owner, PatientId patient);

    /**
     * What a finished form says that identifies nobody.
     *
     * @param finished whether it was finished, and not changed since
     * @param caseState null, as what follows, as long as the form was never finished
     * @param municipality where the patient lives
     * @param onset the day of the first symptoms, null without symptoms too
     */
    record Summary(
            Instant savedAt,
            boolean finished,
            @Nullable CaseState caseState,
            @Nullable Municipality municipality,
            @Nullable LocalDate onset) {}
}
