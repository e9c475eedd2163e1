package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/** A master key that the application holds itself: AES-256-GCM. */
final class LocalMasterKey implements MasterKey {
    private static final int ID_BYTES = 8;

    private final Aead cipher;
    private final String id;

    LocalMasterKey(byte[] bytes) {
        try {
            this.cipher = new AesGcmJce(bytes);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("covid-dicom master key ".getBytes(StandardCharsets.US_ASCII));
            this.id = "local:" + HexFormat.of().formatHex(digest.digest(bytes), 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES and SHA-256", e);
        }
    }

    /**
     * Reads a key as it is configured, and as it stands in its file.
     *
     * @throws MasterKeyMalformed if it is not 32 bytes in Base64
     */
    static LocalMasterKey parse(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new MasterKeyMalformed(); // without the cause, whose message cites what it stumbled over
        }
        if (key.length != BYTES) {
            throw new MasterKeyMalformed();
        }
        return new LocalMasterKey(key);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean opens(String other) {
        return id.equals(other);
    }

    @Override
    public WrappedKey wrap(OwnerId owner, byte[] key) {
        try {
            return new WrappedKey(id, cipher.encrypt(key, Names.bytes(owner.value())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    @Override
    public byte[] unwrap(OwnerId owner, byte[] wrapped) {
        try {
            return cipher.decrypt(wrapped, Names.bytes(owner.value()));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(e);
        }
    }

    @Override
    public String toString() {
        return "LocalMasterKey[" + id + "]";
    }
}
