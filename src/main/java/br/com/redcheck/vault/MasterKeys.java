package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The master key, and one that it has replaced as long as owners' keys are still wrapped by that.
 *
 * @param current wraps
 * @param former opens what the current one does not
 */
record MasterKeys(MasterKey current, Optional<MasterKey> former) {
    static MasterKeys only(MasterKey current) {
        return new MasterKeys(current, Optional.empty());
    }

    /** Whether one of them opens what was wrapped under a name. */
    boolean open(String id) {
        return all().anyMatch(key -> key.opens(id));
    }

    /** @throws SealBroken if none of them opens it for this owner */
    OwnerKey unwrap(OwnerId owner, WrappedKey wrapped) {
        List<MasterKey> fitting = all().filter(key -> wrapped.master() == null || key.opens(wrapped.master()))
                .toList();
        SealBroken broken = new SealBroken(null);
        for (MasterKey key : fitting) {
            try {
                return new OwnerKey(key.unwrap(owner, wrapped.bytes()));
            } catch (SealBroken e) {
                broken = e;
            }
        }
        throw broken;
    }

    private Stream<MasterKey> all() {
        return Stream.concat(Stream.of(current), former.stream());
    }
}
