package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events about sendings that a page is watching. The database is asked twice a second for each, so it does not matter
 * which instance takes the bytes and which does the work.
 *
 * <p>An event's id is its moment. What has changed up to five seconds before it is told again in the next one: a transaction may be
 * seen later than the moment it writes down.
 */
@Component
class SendingStreams {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final SendingShelf shelf;
    private final Clock clock;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    SendingStreams(SendingShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** @param last the id of the last event that the page has heard, if any */
    SseEmitter follow(OwnerId owner, UUID sending, @Nullable String last, Locale language) {
        Instant since = last == null ? Instant.EPOCH : momentOf(last);
        Follower follower = new Follower(owner, sending, language, since);
        follower.emitter.onCompletion(() -> followers.remove(follower));
        follower.emitter.onTimeout(() -> followers.remove(follower));
        follower.emitter.onError(gone -> followers.remove(follower));
        followers.add(follower);
        return follower.emitter;
    }

    @Scheduled(fixedDelay = 500)
    void tell() {
        followers.forEach(this::tell);
    }

    private void tell(Follower follower) {
        Instant now = clock.instant();
        try {
            SendingView view = shelf.view(follower.owner, follower.sending, follower.since, follower.language);
            follower.emitter.send(SseEmitter.event()
                    .name("sending")
                    .id(Long.toString(now.toEpochMilli()))
                    .data(view));
            follower.since = now.minus(OVERLAP);
            if (view.finished() && view.exams().stream().allMatch(SendingView.ExamLine::settled)) {
                follower.emitter.complete();
            }
        } catch (NoSuchSending swept) {
            follower.emitter.complete();
        } catch (IOException | IllegalStateException closedByTheBrowser) {
            followers.remove(follower);
        }
    }

    /** From the beginning, if it is no id of ours. */
    private static Instant momentOf(String id) {
        return id.matches("\\d{1,15}")
                ? Instant.ofEpochMilli(Long.parseLong(id)).minus(OVERLAP)
                : Instant.EPOCH;
    }

    private static final class Follower {
        private final OwnerId owner;
        private final UUID sending;
        private final Locale language;
        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private volatile Instant since;

        Follower(OwnerId owner, UUID sending, Locale language, Instant since) {
            this.owner = owner;
            this.sending = sending;
            this.language = language;
            this.since = since;
        }
    }
}
