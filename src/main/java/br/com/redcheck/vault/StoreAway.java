package br.com.redcheck.vault;

import br.com.redcheck.platform.OwnFault;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The store of sealed blobs is not there, or is not the one of this database. It may come back at any moment. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class StoreAway extends OwnFault {
    private static final long serialVersionUID = 1L;

    StoreAway(StoreMark.State state) {
        super("fault.store-away", "The store of sealed blobs is not the one of this database: " + state);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofMinutes(1));
    }
}
