package br.com.redcheck.platform;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

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

    /** How many browsers may be slow at the same time before the news of others wait for them. */
    private static final int MOST_AT_ONCE = 64;

    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** After so long without news a word shows whether anybody still listens. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

    private final Clock clock;
    private final List<Channel<?, ?>> channels = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Follower<?, ?>> followers = new ConcurrentLinkedDeque<>();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService senders = Executors.newCachedThreadPool(threads());

    EventStreams(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a follower is told next.
     *
     * @param events in their order; none if there is nothing to say
     * @param last whether there will be no more
     */
    public record Told(List<SseEventBuilder> events, boolean last) {}

    /**
     * Opens a channel.
     *
     * @param look asks how all that is followed gets on, with one question; what is no more is not in the answer
     * @param <K> what can be followed
     * @param <N> how it gets on: equal, as long as there is no news
     */
    public <K, N> Channel<K, N> channel(Function<Set<K>, Map<K, N>> look) {
        Channel<K, N> channel = new Channel<>(look);
        channels.add(channel);
        return channel;
    }

    @Scheduled(fixedDelay = 500)
    void tell() {
        channels.forEach(Channel::tell);
    }

    /** Whether everybody has heard what was to be told. */
    boolean isQuiet() {
        return places.availablePermits() == MOST_AT_ONCE;
    }

    /** The oldest of an account rest when there are too many. */
    private synchronized void admit(Follower<?, ?> follower) {
        List<Follower<?, ?>> others = followers.stream()
                .filter(other -> other.account.equals(follower.account) && other.ending == null)
                .toList();
        others.stream()
                .limit(Math.max(0, others.size() - MOST_PER_ACCOUNT + 1))
                .forEach(oldest -> oldest.ending = "rest");
        followers.add(follower);
    }

    private static CustomizableThreadFactory threads() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("event-stream-");
        threads.setDaemon(true);
        return threads;
    }

    /** News of one kind. */
    public final class Channel<K, N> {
        private final Function<Set<K>, Map<K, N>> look;
        private boolean answered = true;

        private Channel(Function<Set<K>, Map<K, N>> look) {
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
            emitter.onCompletion(() -> followers.remove(follower));
            emitter.onError(gone -> followers.remove(follower));
            emitter.onTimeout(emitter::complete);
            admit(follower);
            return emitter;
        }

        private void tell() {
            List<Follower<K, N>> listening = listening();
            if (listening.isEmpty()) {
                return;
            }
            Map<K, N> news;
            try {
                news = look.apply(listening.stream().map(it -> it.subject).collect(Collectors.toSet()));
            } catch (RuntimeException e) {
                if (answered) {
                    log.warn("Open pages wait for news: {}", e.getClass().getSimpleName());
                }
                answered = false;
                return;
            }
            answered = true;
            listening.forEach(follower -> follower.tell(news.get(follower.subject)));
        }

        @SuppressWarnings("unchecked") // a channel's followers follow what it tells
        private List<Follower<K, N>> listening() {
            return followers.stream()
                    .filter(follower -> follower.channel == this)
                    .map(follower -> (Follower<K, N>) follower)
                    .toList();
        }
    }

    /** A page that listens. */
    private final class Follower<K, N> {
        private final Channel<K, N> channel;
        private final UUID account;
        private final K subject;
        private final Function<N, Told> teller;
        private final SseEmitter emitter;
        private final AtomicBoolean busy = new AtomicBoolean();

        /** The last event, once it is decided that it ends. */
        private volatile @Nullable String ending;

        private @Nullable N known;
        private Instant heardAt = Instant.EPOCH;

        Follower(Channel<K, N> channel, UUID account, K subject, Function<N, Told> teller, SseEmitter emitter) {
            this.channel = channel;
            this.account = account;
            this.subject = subject;
            this.teller = teller;
            this.emitter = emitter;
        }

        /** Tells it what it has not heard, unless its browser, or too many others, have not yet taken what was told before. */
        void tell(@Nullable N news) {
            if (busy.get() || !places.tryAcquire()) {
                return;
            }
            busy.set(true);
            Told told = next(news);
            if (told.events().isEmpty() && !told.last()) {
                done();
            } else {
                heardAt = clock.instant();
                senders.execute(() -> send(told));
            }
        }

        private Told next(@Nullable N news) {
            String end = news == null ? "gone" : ending;
            if (end != null) {
                return end(end);
            }
            if (news == null || news.equals(known)) {
                return heardAt.isBefore(clock.instant().minus(SILENCE))
                        ? new Told(List.of(SseEmitter.event().comment("listening")), false)
                        : new Told(List.of(), false);
            }
            known = news;
            try {
                return teller.apply(news);
            } catch (Refusal noMore) {
                return end("gone");
            } catch (RuntimeException e) {
                log.error("A page that followed something must come back for its news", e);
                return new Told(List.of(), true);
            }
        }

        private static Told end(String event) {
            return new Told(List.of(SseEmitter.event().name(event).data("{}")), true);
        }

        private void send(Told told) {
            try {
                for (SseEventBuilder event : told.events()) {
                    emitter.send(event);
                }
                if (told.last()) {
                    followers.remove(this);
                    emitter.complete();
                }
            } catch (IOException | IllegalStateException closedByTheBrowser) {
                followers.remove(this);
            } catch (RuntimeException e) {
                followers.remove(this);
                emitter.completeWithError(e);
            } finally {
                done();
            }
        }

        private void done() {
            busy.set(false);
            places.release();
        }
    }
}
