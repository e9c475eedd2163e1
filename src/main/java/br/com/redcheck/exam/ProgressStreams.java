package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events about exams that someone is watching.
 *
 * <p>The database is asked twice a second for each watched exam, so it does not matter which instance reads it, and a page that
 * comes back after a restart goes on where things are.
 */
@Component
class ProgressStreams {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ExamShelf shelf;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    ProgressStreams(ExamShelf shelf) {
        this.shelf = shelf;
    }

    SseEmitter follow(OwnerId owner, ExamId exam) {
        Follower follower = new Follower(owner, exam, new SseEmitter(LONGEST.toMillis()));
        follower.emitter().onCompletion(() -> followers.remove(follower));
        follower.emitter().onTimeout(() -> followers.remove(follower));
        follower.emitter().onError(gone -> followers.remove(follower));
        followers.add(follower);
        return follower.emitter();
    }

    @Scheduled(fixedDelay = 500)
    void tell() {
        followers.forEach(this::tell);
    }

    private void tell(Follower follower) {
        ExamSummary exam = shelf.exam(follower.owner(), follower.exam());
        try {
            follower.emitter().send(SseEmitter.event().name("progress").data(progressOf(exam)));
            if (exam.state().settled()) {
                follower.emitter().complete();
            }
        } catch (IOException | IllegalStateException closedByTheBrowser) {
            followers.remove(follower);
        }
    }

    private Progress progressOf(ExamSummary exam) {
        long ahead = exam.state() == ExamState.QUEUED ? shelf.placeInQueue(exam) : 0;
        return new Progress(
                exam.state(),
                exam.doneSteps(),
                exam.allSteps(),
                ahead,
                exam.state().settled());
    }

    private record Follower(OwnerId owner, ExamId exam, SseEmitter emitter) {}

    /**
     * @param done images read
     * @param all images to read
     * @param ahead exams before this one in the queue
     * @param settled whether the result, or the reason why there is none, is there
     */
    record Progress(ExamState state, int done, int all, long ahead, boolean settled) {}
}
