package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.io.Serializable;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destroys sealed bytes once the transaction that strikes off what names them is committed: then surely, and however often the
 * machine stops meanwhile; never if it is rolled back.
 */
public class Destruction {
    /**
     * What is to be destroyed.
     *
     * @param key whether the owner's keys go too
     */
    record Doomed(UUID owner, List<UUID> blobs, boolean key) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private final SchedulerClient client;
    private final CustomTask<Doomed> destroyBlobs;
    private final Clock clock;

    Destruction(SchedulerClient client, CustomTask<Doomed> destroyBlobs, Clock clock) {
        this.client = client;
        this.destroyBlobs = destroyBlobs;
        this.clock = clock;
    }

    /** Some of the owner's blobs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(OwnerId owner, Collection<BlobRef> blobs) {
        if (!blobs.isEmpty()) {
            schedule(owner, blobs, false);
        }
    }

    /** Blobs, and with them the keys of an owner who has nothing else. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withKeys(OwnerId owner, Collection<BlobRef> blobs) {
        schedule(owner, blobs, true);
    }

    private void schedule(OwnerId owner, Collection<BlobRef> blobs, boolean key) {
        List<UUID> ids = blobs.stream().map(BlobRef::id).toList();
        client.scheduleIfNotExists(
                destroyBlobs.instance(UUID.randomUUID().toString(), new Doomed(owner.value(), ids, key)),
                clock.instant());
    }
}
