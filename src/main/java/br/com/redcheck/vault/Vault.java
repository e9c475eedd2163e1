package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/**
 * Seals bytes under their owner's key and keeps them. Bytes stream in and out: a blob need not fit into memory.
 *
 * <p>Seal first and write the row that names the blob afterwards: a crash between the two leaves a stray blob, never a row
 * without its bytes.
 */
public class Vault {
    private final OwnerKeys keys;
    private final BlobStore store;

    Vault(OwnerKeys keys, BlobStore store) {
        this.keys = keys;
        this.store = store;
    }

    /** Something that writes the bytes to be sealed. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. A failure leaves nothing in the vault. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Seals all that a stream holds. When this returns, the blob survives a power cut; when it throws, nothing was kept.
     *
     * @throws IOException if the bytes cannot be read or the sealed ones not be written
     */
    public BlobRef seal(OwnerId owner, InputStream plain) throws IOException {
        return seal(owner, plain::transferTo);
    }

    /** Seals what the content writes, as {@link #seal(OwnerId, InputStream)} does. */
    public BlobRef seal(OwnerId owner, Content content) throws IOException {
        BlobRef blob = BlobRef.random();
        OwnerKey key = keys.findOrMake(owner);
        try (BlobStore.Draft draft = store.draft(blob)) {
            try (OutputStream sealed = key.blobCipher().newEncryptingStream(draft.out(), nameOf(blob))) {
                content.writeTo(sealed);
            }
            draft.keep();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
        return blob;
    }

    /**
     * Opens a blob. Each byte was checked before it is handed out; that the end is the true end is known once the stream has
     * been read to it. Reading throws {@link SealBroken} too.
     *
     * @throws BlobGone if it was deleted or its owner forgotten
     * @throws SealBroken if its bytes were changed, or if it is not this owner's
     */
    public InputStream open(OwnerId owner, BlobRef blob) throws IOException {
        AesGcmHkdfStreaming cipher = keys.find(owner).orElseThrow(BlobGone::new).blobCipher();
        SeekableByteChannel sealed = store.read(blob).orElseThrow(BlobGone::new);
        if (sealed.size() < cipher.expectedCiphertextSize(0)) {
            sealed.close();
            throw new SealBroken(null);
        }
        try {
            return new UnsealedStream(cipher.newDecryptingStream(Channels.newInputStream(sealed), nameOf(blob)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    /** Removes a blob for good; one that is not there is removed already. */
    public void delete(BlobRef blob) throws IOException {
        store.delete(blob);
    }

    /**
     * A secret of the owner's for one purpose, made with the owner's key at first need.
     *
     * @param purpose a constant that no other use shares, such as {@code deidentification}
     */
    public OwnerSecret secret(OwnerId owner, String purpose) {
        return keys.findOrMake(owner).secret(purpose);
    }

    /**
     * Forgets the owner's key. All that it sealed is gone, though the sealed bytes may still lie there, and so are the owner's
     * secrets. Copies of the database made before still hold the wrapped key.
     */
    public void forget(OwnerId owner) {
        keys.forget(owner);
    }

    private static byte[] nameOf(BlobRef blob) {
        return Names.bytes(blob.id());
    }
}
