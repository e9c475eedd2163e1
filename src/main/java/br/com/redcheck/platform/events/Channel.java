package br.com.redcheck.platform.events;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * News of one kind, for all pages that follow them.
 *
 * @param <K> what can be followed
 * @param <N> how it gets on: equal, as long as there is no news
 */
public final class Channel<K, N> {
    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final EventStreams streams;
    private final Function<Set<K>, Map<K, N>> look;
    private final Queue<Follower<K, N>> followers = new ConcurrentLinkedQueue<>();
    private boolean answered = true;

    Channel(EventStreams streams, Function<Set<K>, Map<K, N>> look) {
        this.streams = streams;
        this.look = look;
    }

    /**
     * Lets a page follow.
     *
     * @param account whose page it is
     * @param teller makes events of the news, or refuses because what it tells about is no more
     */
    public SseEmitter follow(UUID account, K subject, Function<N, Told> teller) {
        return follow(account, subject, teller, new SseEmitter(LONGEST.toMillis()));
    }

    SseEmitter follow(UUID account, K subject, Function<N, Told> teller, SseEmitter emitter) {
        Follower<K, N> follower = new Follower<>(this, account, subject, teller, emitter);
        emitter.onCompletion(() -> leave(follower));
        emitter.onError(gone -> leave(follower));
        emitter.onTimeout(emitter::complete);
        streams.admit(follower);
        followers.add(follower);
        return emitter;
    }

    /** Asks once for all, and tells each follower what is new to it. */
    void tell() {
        Set<K> followed = followers.stream().map(Follower::subject).collect(Collectors.toSet());
        if (followed.isEmpty()) {
            return;
        }
        Map<K, N> news;
        try {
            news = look.apply(followed);
            answered = true;
        } catch (RuntimeException e) { // whatever it is, it is asked again half a second later, and written down once
            if (answered) {
                LOG.warn("Open pages wait for news: {}", e.getClass().getSimpleName());
            }
            answered = false;
            return;
        }
        followers.stream()
                .filter(follower -> followed.contains(follower.subject())) // others have come since the question
                .forEach(follower -> streams.tell(follower, news.get(follower.subject())));
    }

    void leave(Follower<?, ?> follower) {
        followers.remove(follower);
        streams.leave(follower);
    }
}
