package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Gives an owner a new key for blobs and seals them under it, one after the other. Each can be read all the while. What was
 * interrupted goes on at the next call; keys that nothing needs any more are destroyed at the end.
 */
final class OwnerRotation {
    private static final BlobRef BEFORE_ALL = new BlobRef(new UUID(0, 0));
    private static final int AT_ONCE = 500;

    private final OwnerKeys keys;
    private final KeyRows rows;
    private final BlobRows blobs;

    OwnerRotation(OwnerKeys keys, KeyRows rows, BlobRows blobs) {
        this.keys = keys;
        this.rows = rows;
        this.blobs = blobs;
    }

    /** Everybody who may have blobs. */
    List<OwnerId> owners() {
        return rows.owners().stream()
                .filter(owner -> !owner.equals(Vault.PLATFORM))
                .toList();
    }

    /**
     * Rotates one owner's key.
     *
     * @return whether the former keys are gone; they stay while somebody is sealing a blob under one of them
     */
    boolean rotate(OwnerId owner, Progress progress) throws IOException {
        List<Integer> generations = rows.of(owner).stream()
                .map(KeyRow::generation)
                .filter(generation -> generation >= KeyRow.FIRST)
                .toList();
        if (generations.isEmpty()) {
            return true;
        }
        int newest = generations.get(generations.size() - 1);
        boolean interrupted = generations.size() > 1;
        int generation = interrupted ? newest : keys.make(owner, newest + 1).generation();
        reseal(owner, generation, progress);
        return rows.retire(owner, generation);
    }

    private void reseal(OwnerId owner, int generation, Progress progress) throws IOException {
        BlobKey newer = new BlobKey(generation, keys.find(owner, generation).orElseThrow(BlobGone::new));
        long all = blobs.countBefore(owner, generation);
        long done = 0;
        List<BlobRef> some = blobs.before(owner, generation, BEFORE_ALL, AT_ONCE);
        while (!some.isEmpty()) {
            for (BlobRef blob : some) {
                blobs.reseal(owner, blob, keys, newer);
                progress.done(++done, all);
            }
            some = blobs.before(owner, generation, some.get(some.size() - 1), AT_ONCE);
        }
    }
}
