package br.com.redcheck.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * One of an owner's keys in the clear, held for one operation and not longer.
 *
 * <p>The key itself encrypts nothing. What does is derived from it by HKDF-SHA-256 (RFC 5869), one key for each use.
 */
final class OwnerKey {
    /** 256 bits. */
    static final int BYTES = 32;

    private static final byte[] NO_SALT = new byte[0];

    private final byte[] bytes;

    OwnerKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The key itself, to be wrapped anew. */
    byte[] bytes() {
        return bytes.clone();
    }

    /**
     * AES-256-GCM in segments, each authenticated with its place, so that large blobs stream and none can be reordered.
     *
     * @param segment how many sealed bytes each has
     */
    AesGcmHkdfStreaming blobCipher(int segment) {
        try {
            return new AesGcmHkdfStreaming(derive("blobs"), "HmacSha256", BYTES, segment, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES and HMAC-SHA-256", e);
        }
    }

    /** AES-256-GCM with a nonce of chance, for what is short enough to stand in a column. */
    Aead textCipher() {
        try {
            return new AesGcmJce(derive("texts"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    OwnerSecret secret(String purpose) {
        return new OwnerSecret(derive("secret:" + purpose));
    }

    private byte[] derive(String use) {
        try {
            return Hkdf.computeHkdf("HmacSha256", bytes, NO_SALT, use.getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "OwnerKey[***]";
    }
}
