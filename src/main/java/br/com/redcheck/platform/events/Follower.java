package br.com.redcheck.platform.events;

import br.com.redcheck.platform.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** A page that listens. */
final class Follower<K, N> {
    /** After so long without news a word shows whether anybody still listens. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

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

    K subject() {
        return subject;
    }

    /** Whether it counts among the open pages of an account. */
    boolean listensFor(UUID who) {
        return account.equals(who) && ending == null;
    }

    UUID account() {
        return account;
    }

    /** Lets it hear {@code rest} next, and end. */
    void rest() {
        ending = "rest";
    }

    /** Tells it what it has not heard, unless its browser, or too many others, have not yet taken what was told before. */
    void tell(@Nullable N news, Senders senders, Instant now) {
        if (busy.get() || !senders.enter()) {
            return;
        }
        busy.set(true);
        Told told = next(news, now);
        if (told.isNothing()) {
            done(senders);
        } else {
            heardAt = now;
            senders.send(() -> send(told, senders));
        }
    }

    private Told next(@Nullable N news, Instant now) {
        String end = news == null ? "gone" : ending;
        if (end != null) {
            return Told.end(end);
        }
        if (news == null || news.equals(known)) {
            return heardAt.isBefore(now.minus(SILENCE)) ? Told.aWord() : Told.nothing();
        }
        known = news;
        try {
            return teller.apply(news);
        } catch (Refusal noMore) {
            return Told.end("gone");
        } catch (RuntimeException e) { // whatever it is, it ends this page's stream and nobody else's
            LOG.error("A page that followed something must come back for its news", e);
            return new Told(List.of(), true);
        }
    }

    private void send(Told told, Senders senders) {
        try {
            for (SseEventBuilder event : told.events()) {
                emitter.send(event);
            }
            if (told.last()) {
                channel.leave(this);
                emitter.complete();
            }
        } catch (IOException closedByTheBrowser) { // the container ends the answer
            channel.leave(this);
        } catch (RuntimeException e) { // the answer could not be begun, or not be written: nobody else would end it
            channel.leave(this);
            emitter.complete();
        } finally {
            done(senders);
        }
    }

    private void done(Senders senders) {
        busy.set(false);
        senders.leave();
    }
}
