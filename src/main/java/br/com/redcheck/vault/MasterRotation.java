package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Wraps all owners' keys anew by the newest master key, key by key. What was interrupted goes on at the next call; until the end
 * both master keys open.
 */
final class MasterRotation {
    private final MasterKeyFinder finder;
    private final KeyRows rows;

    MasterRotation(MasterKeyFinder finder, KeyRows rows) {
        this.finder = finder;
        this.rows = rows;
    }

    /**
     * Rotates the master key.
     *
     * @return how many keys were wrapped anew
     */
    long rotate(Progress progress) throws IOException {
        MasterKeys masters = finder.renew();
        String newest = masters.current().id();
        long rewrapped = 0;
        while (!allUnder(newest)) { // a key that was made meanwhile is met in the next round
            rewrapped += rewrapAll(masters, newest, progress);
            newest = masters.current().id();
        }
        if (rewrapped > 0) {
            rows.mastered(Vault.PLATFORM);
        }
        finder.settle();
        return rewrapped;
    }

    /** Where the new master key lies, if it lies in a file of ours. */
    Optional<Path> place() {
        return finder.place();
    }

    private boolean allUnder(String newest) {
        return rows.masters().stream()
                .allMatch(master -> master.filter(newest::equals).isPresent());
    }

    private long rewrapAll(MasterKeys masters, String newest, Progress progress) {
        List<OwnerId> owners = rows.owners();
        long rewrapped = 0;
        long done = 0;
        for (OwnerId owner : owners) {
            for (KeyRow row : rows.of(owner)) {
                if (!newest.equals(row.wrapped().master()) && rewrap(owner, row, masters)) {
                    rewrapped++;
                }
            }
            progress.done(++done, owners.size());
        }
        return rewrapped;
    }

    private boolean rewrap(OwnerId owner, KeyRow row, MasterKeys masters) {
        byte[] key = masters.unwrap(owner, row.wrapped()).bytes();
        return rows.rewrap(owner, row, masters.current().wrap(owner, key));
    }
}
