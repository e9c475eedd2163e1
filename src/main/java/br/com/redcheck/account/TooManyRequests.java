package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A program asks faster than it may. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
final class TooManyRequests extends Refusal {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    /** @param pause after which the next request is let in */
    TooManyRequests(Duration pause) {
        this(pause.toSeconds() + 1);
    }

    private TooManyRequests(long seconds) {
        super("refusal.too-many-requests", seconds);
        this.seconds = seconds;
    }

    /** Whole seconds to wait. */
    long seconds() {
        return seconds;
    }
}
