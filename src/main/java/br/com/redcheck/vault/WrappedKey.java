package br.com.redcheck.vault;

import org.jspecify.annotations.Nullable;

/**
 * An owner's key as it stands in the database.
 *
 * @param master the {@linkplain MasterKey#id name} of the master key that wrapped it; null if that was not yet written down
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WrappedKey(@Nullable String master, byte[] bytes) {
    @Override
    public String toString() {
        return "WrappedKey[" + master + "]";
    }
}
