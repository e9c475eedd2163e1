package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import java.security.SecureRandom;
import java.util.Optional;

/** The owners' keys in the clear. They are unwrapped at each use: forgetting one works at once, everywhere. */
final class OwnerKeys {
    private final KeyRows rows;
    private final MasterKeys masters;
    private final SecureRandom random = new SecureRandom();

    OwnerKeys(KeyRows rows, MasterKeys masters) {
        this.rows = rows;
        this.masters = masters;
    }

    /** What the owner's secrets and sealed texts derive from, if there is any yet. */
    Optional<OwnerKey> root(OwnerId owner) {
        return find(owner, KeyRow.ROOT);
    }

    /** As {@link #root}, or made. Whoever asks at the same time, here or in another instance, gets the same one. */
    OwnerKey rootOrMake(OwnerId owner) {
        return root(owner)
                .orElseGet(() -> masters.unwrap(owner, make(owner, KeyRow.ROOT).wrapped()));
    }

    /** The key that opens blobs of a generation. */
    Optional<OwnerKey> find(OwnerId owner, int generation) {
        return rows.find(owner, generation).map(row -> masters.unwrap(owner, row.wrapped()));
    }

    /** The key to seal a blob with. It stays as long as the blob is there. */
    BlobKey enter(OwnerId owner, BlobRef blob) {
        KeyRow row = rows.enter(owner, blob).orElseGet(() -> {
            make(owner, KeyRow.FIRST);
            return rows.enter(owner, blob).orElseThrow(BlobGone::new);
        });
        return new BlobKey(row.generation(), masters.unwrap(owner, row.wrapped()));
    }

    /** Whether the owner has any key; one that was forgotten has none. */
    boolean has(OwnerId owner) {
        return !rows.of(owner).isEmpty();
    }

    /** Makes a key of a generation, or finds that another has made it. */
    KeyRow make(OwnerId owner, int generation) {
        byte[] key = new byte[OwnerKey.BYTES];
        random.nextBytes(key);
        return rows.add(owner, new KeyRow(generation, masters.current().wrap(owner, key)));
    }

    void forget(OwnerId owner) {
        rows.forget(owner);
    }

    /**
     * Opens one key, if there is any, and looks who has wrapped the others, to learn whether the master keys are the right ones.
     *
     * @throws MasterKeyWrong if they are not
     * @throws KmsUnavailable if that cannot be learnt
     */
    void tryOne() {
        boolean known = rows.masters().stream().allMatch(master -> master.isEmpty() || masters.open(master.get()));
        if (!known) {
            throw new MasterKeyWrong(null);
        }
        try {
            rows.owners().stream()
                    .findFirst()
                    .ifPresent(owner -> rows.of(owner).forEach(key -> masters.unwrap(owner, key.wrapped())));
        } catch (SealBroken e) {
            throw new MasterKeyWrong(e);
        } catch (KmsAway e) {
            throw new KmsUnavailable(e);
        }
    }
}
