package br.com.redcheck.vault;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Tells whether the store of sealed blobs is the one that belongs to this database: both hold the same number. A disk that is not
 * mounted, another folder, or a database that came without its blobs shows in it before anything is taken for lost.
 *
 * <p>How old the database is, compared with the same store, is told by {@link br.com.redcheck.audit.HighWater}.
 */
public final class StoreMark {
    private static final Logger log = LoggerFactory.getLogger(StoreMark.class);

    private final BlobStore store;
    private final StoreRows rows;
    private volatile @Nullable UUID bound;
    private State told = State.FITS;

    StoreMark(BlobStore store, StoreRows rows) {
        this.store = store;
        this.rows = rows;
        look();
    }

    enum State {
        FITS,
        WITHOUT_MARK,
        ANOTHER,
        UNREADABLE
    }

    /** Whether the store is there and is the right one, at this moment. */
    public boolean fits() {
        return state() == State.FITS;
    }

    State state() {
        try {
            return store.mark()
                    .map(mark -> mark.equals(bound) ? State.FITS : State.ANOTHER)
                    .orElse(State.WITHOUT_MARK);
        } catch (IOException e) {
            return State.UNREADABLE;
        }
    }

    /** @throws StoreAway if the store is not there, or is not the right one */
    void require() {
        State now = state();
        if (now != State.FITS) {
            throw new StoreAway(now);
        }
    }

    /** The number that the right store holds; none as long as none was found. */
    Optional<UUID> bound() {
        return Optional.ofNullable(bound);
    }

    /** Asks the database which store is the right one, and says in the log whether this is it. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    synchronized void look() {
        bound = rows.bound().or(this::bind).orElse(null);
        State now = state();
        if (now == State.FITS && told != State.FITS) {
            log.warn("The store of sealed blobs is back");
        } else if (now != told) {
            log.error(
                    "The store of sealed blobs in {} is not the one of this database ({}, mark wanted: {}). Until it is, no file is"
                            + " taken, read or removed.",
                    store,
                    now,
                    bound == null ? "none yet" : bound);
        }
        told = now;
    }

    private Optional<UUID> bind() {
        try {
            rows.bind(store);
        } catch (IOException e) {
            log.warn("The store of sealed blobs could not be marked: {}", e.toString());
        }
        return rows.bound();
    }
}
