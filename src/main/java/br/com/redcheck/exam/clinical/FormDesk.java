package br.com.redcheck.exam.clinical;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamProgress;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.clinical.FormRows.Row;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the form of an exam is filled in: it is kept as it is typed, and finished once it is whole. */
@Service
@Transactional
class FormDesk {
    /** Far more than fits into the fields of the page. */
    private static final int MOST_CHARACTERS = 20_000;

    /**
     * A form as its page shows it.
     *
     * @param savedAt null if nothing was typed yet
     * @param finished whether it was finished, and not changed since
     */
    record Opened(FormAsTyped typed, @Nullable Instant savedAt, boolean finished) {}

    private final ExamShelf shelf;
    private final ExamProgress progress;
    private final FormRows rows;
    private final FormSeal seal;
    private final Patients patients;
    private final AuditLog audit;
    private final Clock clock;

    FormDesk(
            ExamShelf shelf,
            ExamProgress progress,
            FormRows rows,
            FormSeal seal,
            Patients patients,
            AuditLog audit,
            Clock clock) {
        this.shelf = shelf;
        this.progress = progress;
        this.rows = rows;
        this.seal = seal;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The form with all that was typed so far, and who the patient is.
     *
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     */
    Opened open(OwnerId owner, ExamId exam) {
        shelf.exam(owner, exam);
        Opened opened = rows.find(owner, exam)
                .map(row -> new Opened(opened(owner, row), row.savedAt(), row.finished()))
                .orElseGet(() -> new Opened(FormAsTyped.empty(), null, false));
        audit.record(owner, "exam.form-opened", exam.value());
        return opened;
    }

    private FormAsTyped opened(OwnerId owner, Row row) {
        FormAsTyped typed = seal.openForm(owner, row.typed());
        return typed.leavesIdentityToTheRegister()
                ? typed.with(patients.show(owner, PatientId.parse(typed.patient())))
                : typed;
    }

    /**
     * Keeps what was typed, right or wrong.
     *
     * @return when
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     */
    Instant save(OwnerId owner, ExamId exam, FormAsTyped typed) {
        if (typed.length() > MOST_CHARACTERS) {
            throw TooLong.most(MOST_CHARACTERS);
        }
        shelf.exam(owner, exam);
        Instant now = now();
        rows.save(owner, exam, seal.seal(owner, typed), now);
        return now;
    }

    /**
     * Finishes a form: its patient is entered into the register, and the images of all exams of theirs are searched for what
     * identifies them.
     *
     * @param typed what the form was read from
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     * @throws br.com.redcheck.patient.AnotherPatient if it is not sure who is meant
     * @throws br.com.redcheck.patient.NoSuchPatient if the chosen patient is not the owner's
     */
    void complete(OwnerId owner, ExamId exam, FormAsTyped typed, ClinicalForm form) {
        progress.identityTold(owner, exam);
        Instant now = now();
        Optional<PatientId> former = rows.find(owner, exam).flatMap(row -> Optional.ofNullable(row.patient()));
        PatientId patient = patient(owner, form);
        rows.save(owner, exam, seal.seal(owner, typed.of(patient)), now);
        rows.complete(owner, exam, form, patient, now);
        rows.told(owner, patient, now).stream()
                .filter(other -> !other.equals(exam))
                .forEach(other -> progress.searchAnew(owner, other));
        former.filter(before -> !rows.isOfAny(owner, before)).ifPresent(before -> patients.remove(owner, before));
        audit.record(owner, "exam.form-completed", exam.value());
    }

    private PatientId patient(OwnerId owner, ClinicalForm form) {
        form.known().ifPresent(known -> patients.correct(owner, known, form.identity()));
        return form.known().orElseGet(() -> patients.enter(owner, form.identity()));
    }

    /** As precisely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
