package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events about the sendings of an owner whose page is open. The database is asked twice a second for each page, so it
 * does not matter which instance takes the bytes and which does the work.
 *
 * <p>An event's id is its moment. What has changed up to five seconds before it is told again in the next one: a transaction may be
 * seen later than the moment it writes down.
 */
@Component
class SendingStreams {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    /** After so long without news a word shows whether anybody still listens. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final SendingShelf shelf;
    private final Clock clock;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    SendingStreams(SendingShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** @param last the id of the last event that the page has heard, if any */
    SseEmitter follow(OwnerId owner, @Nullable String last, Locale language) {
        Instant since = last == null ? Instant.EPOCH : momentOf(last);
        Follower follower = new Follower(owner, language, since);
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
            for (UUID sending : shelf.recent(follower.owner)) {
                if (follower.hasHeardTheEndOf(sending)) {
                    continue;
                }
                tell(follower, shelf.view(follower.owner, sending, follower.since, follower.language), now);
            }
            follower.since = now.minus(OVERLAP);
            if (follower.heardAt.isBefore(now.minus(SILENCE))) {
                follower.emitter.send(SseEmitter.event().comment("listening"));
                follower.heardAt = now;
            }
        } catch (NoSuchSending sweptMeanwhile) {
            follower.since = now.minus(OVERLAP);
        } catch (IOException | IllegalStateException closedByTheBrowser) {
            followers.remove(follower);
        }
    }

    private static void tell(Follower follower, SendingView view, Instant now) throws IOException {
        if (!view.equals(follower.told.put(view.id(), view))) {
            String id = Long.toString(now.toEpochMilli());
            follower.emitter.send(SseEmitter.event().name("sending").id(id).data(view));
            follower.heardAt = now;
        }
    }

    /** From the beginning, if it is no id of ours. */
    private static Instant momentOf(String id) {
        return id.matches("\\d{1,15}")
                ? Instant.ofEpochMilli(Long.parseLong(id)).minus(OVERLAP)
                : Instant.EPOCH;
    }

    /** A page that listens; only the thread that tells changes it. */
    private static final class Follower {
        private final OwnerId owner;
        private final Locale language;
        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private final Map<UUID, SendingView> told = new HashMap<>();
        private Instant since;
        private Instant heardAt = Instant.EPOCH;

        Follower(OwnerId owner, Locale language, Instant since) {
            this.owner = owner;
            this.language = language;
            this.since = since;
        }

        boolean hasHeardTheEndOf(UUID sending) {
            return Optional.ofNullable(told.get(sending))
                    .filter(SendingView::settled)
                    .isPresent();
        }
    }
}
