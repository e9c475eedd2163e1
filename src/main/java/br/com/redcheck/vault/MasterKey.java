package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;

/**
 * The key that wraps the owners' keys. The owner is associated data, so that two owners' rows cannot be exchanged.
 *
 * <p>It may be here or in a key management service, which then never hands it out.
 */
interface MasterKey {
    /** 256 bits, for a key that is here. */
    int BYTES = 32;

    /** Names the key that wraps now, and tells nothing about it. */
    String id();

    /** Whether it opens what was wrapped under that name, now or formerly. */
    boolean opens(String id);

    /** Wraps a key; the answer says under which name. */
    WrappedKey wrap(OwnerId owner, byte[] key);

    /**
     * Unwraps a key.
     *
     * @throws SealBroken if it was not wrapped by this master key for this owner
     */
    byte[] unwrap(OwnerId owner, byte[] wrapped);
}
