package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Changes to blobs that are there, each with its row in {@code vault_blob} held until it is done. */
@Transactional(rollbackFor = IOException.class)
class BlobRows {
    /** Whoever has begun to seal a blob so long ago and has not finished has died. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final JdbcClient database;
    private final BlobStore store;
    private final HeldBack heldBack;
    private final Clock clock;

    BlobRows(JdbcClient database, BlobStore store, HeldBack heldBack, Clock clock) {
        this.database = database;
        this.store = store;
        this.heldBack = heldBack;
        this.clock = clock;
    }

    /** How many blobs of an owner need keys before a generation. */
    long countBefore(OwnerId owner, int generation) {
        return database.sql("select count(*) from vault_blob where owner = :owner and generation < :generation")
                .param("owner", owner.value())
                .param("generation", generation)
                .query(Long.class)
                .single();
    }

    /** Some blobs of an owner that need keys before a generation, in the order of their names. */
    List<BlobRef> before(OwnerId owner, int generation, BlobRef after, int count) {
        return database
                .sql("""
                        select id from vault_blob where owner = :owner and generation < :generation and id > :after
                        order by id limit :count""")
                .param("owner", owner.value())
                .param("generation", generation)
                .param("after", after.id())
                .param("count", count)
                .query(UUID.class)
                .list()
                .stream()
                .map(BlobRef::new)
                .toList();
    }

    /** Whether a blob of an owner's was sealed, or is being sealed, and has not been deleted. */
    boolean names(OwnerId owner, BlobRef blob) {
        return database.sql("select exists (select from vault_blob where owner = :owner and id = :blob)")
                .param("owner", owner.value())
                .param("blob", blob.id())
                .query(Boolean.class)
                .single();
    }

    /** Removes a blob of an owner's, and forgets that it needs a key: now, or when removals are no longer held back. */
    void delete(OwnerId owner, BlobRef blob) throws IOException {
        if (heldBack.now()) {
            heldBack.putOff(owner, blob);
        } else if (forget(owner, blob)) {
            // Bytes before the commit: after a crash between, the row alone is left, and reseal forgets it.
            store.delete(blob);
        }
    }

    /** Seals a blob under a newer key, in one step for its readers; one that is not there is left alone. */
    void reseal(OwnerId owner, BlobRef blob, OwnerKeys keys, BlobKey newer) throws IOException {
        Optional<Instant> begun = lock(owner, blob);
        Optional<SeekableByteChannel> bytes = begun.isPresent() ? store.read(blob) : Optional.empty();
        if (bytes.isPresent()) {
            rewrite(owner, blob, bytes.get(), keys, newer);
            need(owner, blob, newer.generation());
        } else if (begun.isPresent() && begun.get().isBefore(clock.instant().minus(ABANDONED))) {
            forget(owner, blob);
        }
    }

    private void rewrite(OwnerId owner, BlobRef blob, SeekableByteChannel bytes, OwnerKeys keys, BlobKey newer)
            throws IOException {
        try (SealedBlob sealed = SealedBlob.of(blob, bytes)) {
            if (sealed.generation() == newer.generation()) {
                return; // done by one who could not write it down any more
            }
            OwnerKey older = keys.find(owner, sealed.generation()).orElseThrow(() -> new SealBroken(blob, null));
            try (BlobStore.Draft draft = store.draft(blob)) {
                try (InputStream plain = sealed.open(older, blob);
                        OutputStream out = SealedBlob.sealing(draft.out(), newer, blob)) {
                    plain.transferTo(out);
                }
                draft.keep();
            }
        }
    }

    private Optional<Instant> lock(OwnerId owner, BlobRef blob) {
        return database.sql("select begun_at from vault_blob where owner = :owner and id = :blob for update")
                .param("owner", owner.value())
                .param("blob", blob.id())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private void need(OwnerId owner, BlobRef blob, int generation) {
        database.sql("update vault_blob set generation = :generation where owner = :owner and id = :blob")
                .param("owner", owner.value())
                .param("blob", blob.id())
                .param("generation", generation)
                .update();
    }

    /** Answers whether the row was there; until the transaction ends nobody else has it. */
    private boolean forget(OwnerId owner, BlobRef blob) {
        return database.sql("delete from vault_blob where owner = :owner and id = :blob")
                        .param("owner", owner.value())
                        .param("blob", blob.id())
                        .update()
                > 0;
    }
}
