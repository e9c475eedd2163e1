package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/** The key that wraps the owners' keys: AES-256-GCM, with the owner as associated data, so that two rows cannot be exchanged. */
final class MasterKey {
    /** 256 bits. */
    static final int BYTES = 32;

    private final Aead cipher;

    MasterKey(byte[] bytes) {
        try {
            this.cipher = new AesGcmJce(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    byte[] wrap(OwnerId owner, byte[] key) {
        try {
            return cipher.encrypt(key, Names.bytes(owner.value()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    /** @throws SealBroken if the key was not wrapped by this master key for this owner */
    OwnerKey unwrap(OwnerId owner, byte[] wrapped) {
        try {
            return new OwnerKey(cipher.decrypt(wrapped, Names.bytes(owner.value())));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[***]";
    }
}
