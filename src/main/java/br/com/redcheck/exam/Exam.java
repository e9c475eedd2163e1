package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One de-identified study on its owner's shelf. */
@Entity
class Exam {
    @Id
    private UUID id;

    private UUID owner;
    private String studyUid;
    private String modality;
    private @Nullable String patientSex;
    private @Nullable String patientAge;
    private @Nullable String patientPseudonym;
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private ExamState state;

    private Instant stateSince;
    private int doneSteps;
    private int allSteps;
    private @Nullable Double suspected;
    private @Nullable Boolean positive;
    private boolean urgent;
    private int filesAnnounced;
    private int filesCame;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Exam() {}

    ExamId id() {
        return new ExamId(id);
    }

    OwnerId owner() {
        return new OwnerId(owner);
    }

    /** One more image has come; the exam will be read when no more come. */
    void arriving(Instant now) {
        move(ExamState.ARRIVING, now);
    }

    /** Whether images are coming, and it was last said so after that moment. */
    boolean arrivingSince(Instant moment) {
        return state == ExamState.ARRIVING && stateSince.isAfter(moment);
    }

    /** The sender says that it is complete. An exam that has its result, or is getting it, stays as it is. */
    boolean complete(Instant now) {
        if (state != ExamState.ARRIVING) {
            return false;
        }
        move(ExamState.QUEUED, now);
        return true;
    }

    /** Its sender says that it is an emergency. */
    void hurry() {
        urgent = true;
    }

    boolean urgent() {
        return urgent;
    }

    /** So many of the files that were announced have come. */
    void came(FilesOfExams.Files files) {
        filesAnnounced = files.announced();
        filesCame = files.came();
    }

    /** Networks may not look at it for now. */
    void hold(ExamState reason, Instant now) {
        if (state != reason) {
            move(reason, now);
        }
    }

    /** Whether it waits for its doctor. */
    boolean held() {
        return state == ExamState.REVIEW || state == ExamState.QUARANTINED;
    }

    /** Whether it is stopped because of what may tell who the patient is. */
    boolean quarantined() {
        return state == ExamState.QUARANTINED;
    }

    /** What held it is gone: it takes its place in the queue. */
    void release(Instant now) {
        move(ExamState.QUEUED, now);
    }

    void reading(int done, int all, Instant now) {
        if (state != ExamState.READING) {
            move(ExamState.READING, now);
        }
        doneSteps = done;
        allSteps = all;
    }

    void read(double suspected, @Nullable Boolean positive, Instant now) {
        this.suspected = suspected;
        this.positive = positive;
        move(ExamState.READ, now);
    }

    void refused(Instant now) {
        move(ExamState.REFUSED, now);
    }

    void failed(Instant now) {
        move(ExamState.FAILED, now);
    }

    private void move(ExamState next, Instant now) {
        state = next;
        stateSince = now;
        doneSteps = 0;
        allSteps = 0;
    }

    ExamSummary summary(int images) {
        return new ExamSummary(
                id(),
                modality,
                patientSex,
                patientAge,
                images,
                receivedAt,
                state,
                stateSince,
                doneSteps,
                allSteps,
                suspected,
                positive,
                filesAnnounced,
                filesCame);
    }
}
