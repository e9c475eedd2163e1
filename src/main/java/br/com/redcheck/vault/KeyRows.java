package br.com.redcheck.vault;

import br.com.redcheck.account.DurableLater;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The owners' keys, wrapped, in the table {@code vault_key}, and in {@code vault_blob} which blob needs which. */
@Transactional
class KeyRows {
    private static final String COLUMNS = "generation, master, wrapped";

    private final JdbcClient database;
    private final AuditLog audit;
    private final Clock clock;

    KeyRows(JdbcClient database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<KeyRow> find(OwnerId owner, int generation) {
        return database.sql("select " + COLUMNS + " from vault_key where owner = :owner and generation = :generation")
                .param("owner", owner.value())
                .param("generation", generation)
                .query(KeyRows::row)
                .optional();
    }

    /** All keys of an owner, the root first and the newest last. */
    List<KeyRow> of(OwnerId owner) {
        return database.sql("select " + COLUMNS + " from vault_key where owner = :owner order by generation")
                .param("owner", owner.value())
                .query(KeyRows::row)
                .list();
    }

    /** Adds a key, unless another was quicker; answers with the one that counts. */
    KeyRow add(OwnerId owner, KeyRow made) {
        int added = database.sql("""
                        insert into vault_key (owner, generation, master, wrapped, created_at)
                        values (:owner, :generation, :master, :wrapped, :now) on conflict do nothing""")
                .param("owner", owner.value())
                .param("generation", made.generation())
                .param("master", made.wrapped().master())
                .param("wrapped", made.wrapped().bytes())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added > 0) {
            String action = made.generation() > KeyRow.FIRST ? "key.renewed" : "key.made";
            audit.record(owner, action, owner.value());
        }
        return find(owner, made.generation()).orElseThrow(BlobGone::new);
    }

    /**
     * Writes down that a blob is about to be sealed, under the newest key that there is: that key now stays until the blob has
     * gone or has been sealed under another. Whoever names the blob commits later, and takes this row along onto the disk; a row
     * lost before that misses nobody.
     */
    @DurableLater
    Optional<KeyRow> enter(OwnerId owner, BlobRef blob) {
        return database.sql("""
                        with newest as (
                            select * from vault_key where owner = :owner and generation > 0
                            order by generation desc limit 1),
                        entered as (
                            insert into vault_blob (id, owner, generation, begun_at)
                            select :blob, owner, generation, :now from newest)
                        select generation, master, wrapped from newest""")
                .param("owner", owner.value())
                .param("blob", blob.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(KeyRows::row)
                .optional();
    }

    /** Replaces a key's wrapping; false if it has been replaced or forgotten meanwhile. */
    boolean rewrap(OwnerId owner, KeyRow before, WrappedKey after) {
        return database.sql("""
                        update vault_key set master = :master, wrapped = :wrapped
                        where owner = :owner and generation = :generation and wrapped = :before""")
                        .param("owner", owner.value())
                        .param("generation", before.generation())
                        .param("before", before.wrapped().bytes())
                        .param("master", after.master())
                        .param("wrapped", after.bytes())
                        .update()
                > 0;
    }

    /** Destroys the keys before a generation that seal nothing any more; false if one is still needed. */
    boolean retire(OwnerId owner, int before) {
        lock(owner);
        database.sql("""
                        delete from vault_key k where owner = :owner and generation between 1 and :before - 1
                        and not exists (select from vault_blob b where b.owner = k.owner and b.generation = k.generation)""").param("owner", owner.value()).param("before", before).update();
        return of(owner).stream().noneMatch(key -> key.generation() != KeyRow.ROOT && key.generation() < before);
    }

    void forget(OwnerId owner) {
        lock(owner);
        database.sql("delete from vault_blob where owner = :owner")
                .param("owner", owner.value())
                .update();
        int destroyed = database.sql("delete from vault_key where owner = :owner")
                .param("owner", owner.value())
                .update();
        if (destroyed > 0) {
            audit.record(owner, "key.destroyed", owner.value());
        }
    }

    /** Everybody who has keys. */
    List<OwnerId> owners() {
        return database.sql("select owners_with_keys()").query(UUID.class).list().stream()
                .map(OwnerId::new)
                .toList();
    }

    /** The names of the master keys that have wrapped the keys; empty where it was not yet written down. */
    List<Optional<String>> masters() {
        return database.sql("select master from keys_by_master()")
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .list();
    }

    /** Notes that no key needs a former master key any more. */
    void mastered(OwnerId platform) {
        audit.record(platform, "master.rotated", platform.value());
    }

    /** Waits for those who are entering blobs; who comes later waits for us. */
    private void lock(OwnerId owner) {
        database.sql("select generation from vault_key where owner = :owner for update")
                .param("owner", owner.value())
                .query(Integer.class)
                .list();
    }

    private static KeyRow row(ResultSet row, int number) throws SQLException {
        return new KeyRow(row.getInt("generation"), new WrappedKey(row.getString("master"), row.getBytes("wrapped")));
    }
}
