package br.com.redcheck.vault;

import java.io.IOException;
import java.nio.channels.Channel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Which store belongs to this database, in the table {@code blob_store}. */
@Transactional(rollbackFor = IOException.class)
class StoreRows {
    private final JdbcClient database;

    StoreRows(JdbcClient database) {
        this.database = database;
    }

    /** The mark of the store that belongs to this database, if there is one yet. */
    Optional<UUID> bound() {
        return database.sql("select id from blob_store").query(UUID.class).optional();
    }

    /**
     * Makes a store the one that belongs to this database. Nothing happens if another has become that meanwhile, or if the database
     * names blobs and the store has none of them.
     */
    void bind(BlobStore store) throws IOException {
        Optional<UUID> mark = store.mark();
        UUID id = mark.orElseGet(UUID::randomUUID);
        if (hasSome(store) && enter(id) && mark.isEmpty()) {
            store.mark(id); // before the commit: after a crash between, the store has a mark that is entered next time
        }
    }

    private boolean hasSome(BlobStore store) throws IOException {
        List<UUID> named = database.sql("select some_blobs()").query(UUID.class).list();
        for (UUID blob : named) {
            try (Channel bytes = store.read(new BlobRef(blob)).orElse(null)) {
                if (bytes != null) {
                    return true;
                }
            }
        }
        return named.isEmpty();
    }

    private boolean enter(UUID id) {
        return database.sql("insert into blob_store (id) values (:id) on conflict do nothing")
                        .param("id", id)
                        .update()
                > 0;
    }
}
