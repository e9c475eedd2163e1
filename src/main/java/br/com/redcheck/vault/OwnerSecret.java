package br.com.redcheck.vault;

/**
 * A secret of one owner for one purpose: the same at every asking, unlike that of any other owner or purpose, and gone with the
 * owner's key. It keys the HMAC that turns identifiers into pseudonyms.
 */
public final class OwnerSecret {
    /** 256 bits. */
    static final int BYTES = 32;

    private final byte[] bytes;

    OwnerSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The 32 bytes of the secret, for a keyed function; never to be shown, kept or logged. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "OwnerSecret[***]";
    }
}
