package br.com.redcheck.platform.events;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Server-sent events for the pages that are open: who listens to what, and until when.
 *
 * <p>Twice a second one question is asked for all that is followed on a {@link Channel}, so that a page to which nothing happens
 * costs nothing, and it does not matter which instance does the work. Each follower is told by itself, by threads that may wait
 * for a slow browser: what goes wrong with one ends that one alone.
 *
 * <p>Beside the events of its channel a page may hear {@code gone}, when what it follows is no more, and {@code rest}, when newer
 * pages of the same account have taken its place. After any other end the browser comes back by itself.
 */
@Component
public class EventStreams {
    /** Browsers that speak HTTP/1.1 have six connections to a server, and need some of them for other things. */
    static final int MOST_PER_ACCOUNT = 4;

    private final Clock clock;
    private final List<Channel<?, ?>> channels = new CopyOnWriteArrayList<>();
    private final Senders senders = new Senders();

    /** Of all channels, the oldest first. */
    private final Queue<Follower<?, ?>> followers = new ConcurrentLinkedQueue<>();

    EventStreams(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens a channel.
     *
     * @param look asks how all that is followed gets on, with one question; what is no more is not in the answer
     * @param <K> what can be followed
     * @param <N> how it gets on: equal, as long as there is no news
     */
    public <K, N> Channel<K, N> channel(Function<Set<K>, Map<K, N>> look) {
        Channel<K, N> channel = new Channel<>(this, look);
        channels.add(channel);
        return channel;
    }

    @Scheduled(fixedDelay = 500)
    void tell() {
        channels.forEach(Channel::tell);
    }

    /** Whether everybody has heard what was to be told. */
    boolean isQuiet() {
        return senders.isQuiet();
    }

    /** The oldest of an account rest when there are too many. */
    synchronized void admit(Follower<?, ?> follower) {
        List<Follower<?, ?>> others = followers.stream()
                .filter(other -> other.listensFor(follower.account()))
                .toList();
        others.stream().limit(Math.max(0, others.size() - MOST_PER_ACCOUNT + 1)).forEach(Follower::rest);
        followers.add(follower);
    }

    <K, N> void tell(Follower<K, N> follower, @Nullable N news) {
        follower.tell(news, senders, clock.instant());
    }

    void leave(Follower<?, ?> follower) {
        followers.remove(follower);
    }
}
