package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.HighWater;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts off the removal of bytes while their store is away, or while the database may be older than they are: the newer one may still
 * be found, and need them. Commands, which remove nothing, run without what tells how old it is.
 */
final class HeldBack {
    private final StoreMark store;
    private final ObjectProvider<HighWater> water;
    private final ObjectProvider<Destruction> destruction;

    HeldBack(StoreMark store, ObjectProvider<HighWater> water, ObjectProvider<Destruction> destruction) {
        this.store = store;
        this.water = water;
        this.destruction = destruction;
    }

    boolean now() {
        HighWater mark = water.getIfAvailable();
        return !store.fits() || (mark != null && mark.behind());
    }

    /** Makes the removal of a blob durable work for later, in the caller's transaction. */
    void putOff(OwnerId owner, BlobRef blob) {
        destruction.getObject().of(owner, List.of(blob));
    }
}
