package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves an exam along, from its last file to its result; each step may be said twice. */
@Service
@Transactional
public class ExamProgress {
    private final Exams exams;
    private final Instances instances;
    private final Cleanings cleanings;
    private final FilesOfExams files;
    private final IntakeSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ExamProgress(
            Exams exams,
            Instances instances,
            Cleanings cleanings,
            FilesOfExams files,
            IntakeSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.exams = exams;
        this.instances = instances;
        this.cleanings = cleanings;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** The sender says that no more images will come: the exam takes its place in the queue. */
    public void complete(OwnerId owner, ExamId exam) {
        Exam complete = locked(owner, exam);
        complete.came(files.of(owner, exam));
        if (complete.complete(clock.instant())) {
            queue(owner, exam);
        }
    }

    /**
     * Whether the exam is to be read now: not while it may still grow by files that were announced. It waits for them, but not for ever,
     * and not in an emergency; then it is read as what it is, incomplete, and once more when they have come.
     */
    public boolean come(OwnerId owner, ExamId exam) {
        Exam arriving = locked(owner, exam);
        FilesOfExams.Files announced = files.of(owner, exam);
        Instant now = clock.instant();
        boolean patient = !arriving.urgent() && arriving.arrivingSince(now.minus(settings.patience()));
        if (announced.coming() > 0 && patient) {
            events.publishEvent(new ExamArrived(owner, exam, now.plus(settings.quiet()), arriving.urgent()));
            return false;
        }
        arriving.came(announced);
        return true;
    }

    /**
     * What may have held the exam was dealt with, or another network is to read it: unless something holds it, it takes its place in the
     * queue.
     */
    public void proceed(OwnerId owner, ExamId exam) {
        locked(owner, exam).release(clock.instant());
        queue(owner, exam);
    }

    private void queue(OwnerId owner, ExamId exam) {
        if (released(owner, exam)) {
            boolean urgent = locked(owner, exam).urgent();
            events.publishEvent(new ExamArrived(owner, exam, clock.instant(), urgent));
        }
    }

    /** The sender says that it is an emergency: it is read before others. */
    public void hurry(OwnerId owner, ExamId exam) {
        locked(owner, exam).hurry();
    }

    /**
     * Whether networks may look at all images that the exam has now. One with masks that its doctor has not judged, or with something
     * left in it that may tell who the patient is, is held instead.
     */
    public boolean released(OwnerId owner, ExamId exam) {
        Exam held = locked(owner, exam);
        if (cleanings.leaking(owner.value(), exam.value()) > 0) {
            held.hold(ExamState.QUARANTINED, clock.instant());
            return false;
        }
        if (instances.unjudged(owner.value(), exam.value()) > 0) {
            held.hold(ExamState.REVIEW, clock.instant());
            return false;
        }
        return true;
    }

    /**
     * It is being told who the patient is: until the transaction ends no image is added to the exam, and then all are searched for
     * that. To be said before anything is recorded, for whoever holds the exam may be waiting to record.
     *
     * @throws NoSuchExam if the owner has no such exam
     */
    public void identityTold(OwnerId owner, ExamId exam) {
        locked(owner, exam);
        searchAnew(owner, exam);
    }

    /** What was told of the patient with another exam concerns this one too: its images are searched for that. */
    public void searchAnew(OwnerId owner, ExamId exam) {
        events.publishEvent(new IdentityTold(owner, exam));
    }

    /** The images were searched: the exam is stopped, or goes on if what stopped it is gone. */
    void searched(OwnerId owner, ExamId exam) {
        Exam searched = locked(owner, exam);
        if (cleanings.leaking(owner.value(), exam.value()) > 0) {
            searched.hold(ExamState.QUARANTINED, clock.instant());
        } else if (searched.quarantined()) {
            proceed(owner, exam);
        }
    }

    /** A network has read {@code done} of {@code all} images. */
    public void reading(OwnerId owner, ExamId exam, int done, int all) {
        locked(owner, exam).reading(done, all, clock.instant());
    }

    /**
     * The result is there.
     *
     * @param positive whether it reaches the network's threshold; null if no class may be told
     */
    public void read(OwnerId owner, ExamId exam, double suspected, @Nullable Boolean positive) {
        locked(owner, exam).read(suspected, positive, clock.instant());
        released(owner, exam); // who the patient is may have been found in it meanwhile
    }

    /** No network may read this exam. */
    public void refused(OwnerId owner, ExamId exam) {
        locked(owner, exam).refused(clock.instant());
        released(owner, exam);
    }

    /** Reading has failed for good. */
    public void failed(OwnerId owner, ExamId exam) {
        locked(owner, exam).failed(clock.instant());
    }

    private Exam locked(OwnerId owner, ExamId exam) {
        return exams.lock(owner.value(), exam.value()).orElseThrow(NoSuchExam::new);
    }
}
