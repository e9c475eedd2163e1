package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** So many e-mails were asked for that the next one is not sent for a while. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public final class TooManyMails extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    private TooManyMails(String key, Duration pause) {
        super(key, pause.toMinutes() + 1);
        this.pause = pause;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(pause.plusSeconds(1));
    }

    /** @param pause after which the account may send another one */
    static TooManyMails from(Duration pause) {
        return new TooManyMails("refusal.too-many-mails.from", pause);
    }

    /** @param pause after which the mailbox may be sent another one */
    static TooManyMails to(Duration pause) {
        return new TooManyMails("refusal.too-many-mails.to", pause);
    }
}
