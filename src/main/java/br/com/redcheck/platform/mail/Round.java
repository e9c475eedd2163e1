package br.com.redcheck.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;

/**
 * One try to send one e-mail. What the server says is written down only after it has said it: whoever is killed in between sends the
 * e-mail a second time, under the same {@code Message-ID}.
 */
class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Outbox outbox;
    private final Postman postman;
    private final MailSettings settings;
    private final Clock clock;

    Round(Outbox outbox, Postman postman, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.postman = postman;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tries it, unless it was sent already. Returns when to try again, if that is of any use. */
    Optional<Instant> go(UUID id) {
        return outbox.waiting(id).flatMap(this::send);
    }

    private Optional<Instant> send(Outbox.Waiting waiting) {
        try {
            postman.deliver(waiting.id(), waiting.mail(), waiting.queuedAt());
        } catch (MailException e) {
            return afterwards(waiting, FailedSending.of(e));
        }
        outbox.sent(waiting.id());
        return Optional.empty();
    }

    private Optional<Instant> afterwards(Outbox.Waiting waiting, FailedSending failure) {
        if (failure.forGood() || waiting.tries() + 1 >= settings.tries()) {
            outbox.failed(waiting.id(), failure.text());
            LOG.error("E-mail {} was given up ({}); administrators find it in /admin/mail", waiting.id(), failure.text());
            return Optional.empty();
        }
        outbox.postponed(waiting.id(), failure.text());
        Duration pause = settings.firstPause().multipliedBy(1L << waiting.tries());
        return Optional.of(clock.instant().plus(pause));
    }
}
