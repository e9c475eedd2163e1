package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The owners' keys, wrapped, in the table {@code vault_key}. They are unwrapped at each use: forgetting one works at once, everywhere. */
final class OwnerKeys {
    private final JdbcClient database;
    private final MasterKey master;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OwnerKeys(JdbcClient database, MasterKey master, Clock clock) {
        this.database = database;
        this.master = master;
        this.clock = clock;
    }

    Optional<OwnerKey> find(OwnerId owner) {
        return database.sql("select wrapped from vault_key where owner = :owner")
                .param("owner", owner.value())
                .query(byte[].class)
                .optional()
                .map(wrapped -> master.unwrap(owner, wrapped));
    }

    /** Finds the owner's key, or makes it. Whoever asks at the same time, here or in another instance, gets the same one. */
    OwnerKey findOrMake(OwnerId owner) {
        return find(owner).orElseGet(() -> {
            byte[] key = new byte[OwnerKey.BYTES];
            random.nextBytes(key);
            database.sql("""
                            insert into vault_key (owner, wrapped, created_at) values (:owner, :wrapped, :now)
                            on conflict (owner) do nothing""")
                    .param("owner", owner.value())
                    .param("wrapped", master.wrap(owner, key))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return find(owner).orElseThrow(BlobGone::new); // read back: another may have been quicker
        });
    }

    void forget(OwnerId owner) {
        database.sql("delete from vault_key where owner = :owner")
                .param("owner", owner.value())
                .update();
    }

    /** Whether a database holds no owner's key yet. */
    static boolean none(JdbcClient database) {
        return !database.sql("select exists (select from vault_key)")
                .query(Boolean.class)
                .single();
    }

    /** Opens one key, if there is any, to learn whether the master key is the right one. */
    void tryOne() {
        database.sql("select owner from vault_key limit 1")
                .query(UUID.class)
                .optional()
                .ifPresent(owner -> find(new OwnerId(owner)));
    }
}
