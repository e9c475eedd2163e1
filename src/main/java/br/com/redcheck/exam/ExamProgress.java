package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves an exam along, from its last file to its result; each step may be said twice. */
@Service
@Transactional
public class ExamProgress {
    private final Exams exams;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ExamProgress(Exams exams, Clock clock, ApplicationEventPublisher events) {
        this.exams = exams;
        this.clock = clock;
        this.events = events;
    }

    /** The sender says that no more images will come: the exam takes its place in the queue. */
    public void complete(OwnerId owner, ExamId exam) {
        if (locked(owner, exam).complete(clock.instant())) {
            events.publishEvent(new ExamArrived(owner, exam, clock.instant()));
        }
    }

    /** A network has read {@code done} of {@code all} images. */
    public void reading(OwnerId owner, ExamId exam, int done, int all) {
        locked(owner, exam).reading(done, all, clock.instant());
    }

    /** The result is there. */
    public void read(OwnerId owner, ExamId exam, double suspected, boolean positive) {
        locked(owner, exam).read(suspected, positive, clock.instant());
    }

    /** No network may read this exam. */
    public void refused(OwnerId owner, ExamId exam) {
        locked(owner, exam).refused(clock.instant());
    }

    /** Reading has failed for good. */
    public void failed(OwnerId owner, ExamId exam) {
        locked(owner, exam).failed(clock.instant());
    }

    private Exam locked(OwnerId owner, ExamId exam) {
        return exams.lock(owner.value(), exam.value()).orElseThrow(NoSuchExam::new);
    }
}
