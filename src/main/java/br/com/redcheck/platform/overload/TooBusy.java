package br.com.redcheck.platform.overload;

import br.com.redcheck.platform.OwnFault;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The server, or the account's share of it, has its hands full, or others have taken the memory that this would need. Nothing was
 * done, and the same may be asked again soon.
 */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class TooBusy extends OwnFault {
    private static final long serialVersionUID = 1L;

    /** Asking again sooner than this would only add to the load. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    private final Duration pause;

    /** @param waited in vain; it makes sense to ask again after as long */
    public TooBusy(Duration waited) {
        super("refusal.too-busy", "too busy");
        pause = waited.compareTo(LEAST) < 0 ? LEAST : waited;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(pause);
    }
}
