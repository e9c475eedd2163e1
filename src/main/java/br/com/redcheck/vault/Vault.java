package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes under their owner's key and keeps them. Bytes stream in and out: a blob need not fit into memory.
 *
 * <p>Seal first and write the row that names the blob afterwards: a crash between the two leaves a stray blob, never a row
 * without its bytes. Nothing looks for stray blobs: one stays, sealed, until its owner's keys are destroyed.
 */
public class Vault {
    /** Owns what is nobody's: the secret by which sealed columns are looked up. */
    static final OwnerId PLATFORM = new OwnerId(new UUID(0, 0));

    private final OwnerKeys keys;
    private final BlobRows blobs;
    private final BlobStore store;

    Vault(OwnerKeys keys, BlobRows blobs, BlobStore store) {
        this.keys = keys;
        this.blobs = blobs;
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
     * @throws IOException if the bytes cannot be read or the sealed ones not be written;
     *     {@link br.com.redcheck.platform.DiskFull} for want of room
     */
    public BlobRef seal(OwnerId owner, InputStream plain) throws IOException {
        return seal(owner, plain::transferTo);
    }

    /** Seals what the content writes, as {@link #seal(OwnerId, InputStream)} does. */
    public BlobRef seal(OwnerId owner, Content content) throws IOException {
        BlobRef blob = BlobRef.random();
        try (BlobStore.Draft draft = store.draft(blob)) {
            BlobKey key = keys.enter(owner, blob);
            try (OutputStream sealed = SealedBlob.sealing(draft.out(), key, blob)) {
                content.writeTo(sealed);
            }
            draft.keep();
        } catch (IOException e) {
            try {
                blobs.delete(owner, blob);
            } catch (IOException | RuntimeException alsoFailed) { // on a full disk the database may be stuck, too
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
        return blob;
    }

    /**
     * Opens a blob and checks its first segment. Each byte was checked before it is handed out; that the end is the true end is
     * known once the stream has been read to it. Reading throws {@link SealBroken} too. Skipping takes no time, however far it goes.
     *
     * @throws BlobGone if it was deleted or its owner forgotten
     * @throws BlobMissing if it was not, and yet is not there
     * @throws SealBroken if its bytes were changed, or if it is not this owner's
     */
    public InputStream open(OwnerId owner, BlobRef blob) throws IOException {
        Optional<InputStream> plain = openOnce(owner, blob);
        if (plain.isEmpty()) {
            plain = openOnce(owner, blob); // sealed anew, and its former key destroyed, since we looked
        }
        return plain.orElseThrow(() -> keys.has(owner) ? new SealBroken(blob, null) : new BlobGone());
    }

    private Optional<InputStream> openOnce(OwnerId owner, BlobRef blob) throws IOException {
        SealedBlob sealed = SealedBlob.of(blob, store.read(blob).orElseThrow(() -> absent(owner, blob)));
        Optional<OwnerKey> key = keys.find(owner, sealed.generation());
        if (key.isEmpty()) {
            sealed.close();
            return Optional.empty();
        }
        return Optional.of(sealed.open(key.get(), blob));
    }

    private RuntimeException absent(OwnerId owner, BlobRef blob) {
        return blobs.names(owner, blob) ? new BlobMissing(blob) : new BlobGone();
    }

    /** Removes a blob of an owner's for good; one that is not there is removed already. */
    public void delete(OwnerId owner, BlobRef blob) throws IOException {
        blobs.delete(owner, blob);
    }

    /**
     * A secret of the owner's for one purpose, made with the owner's key at first need.
     *
     * @param purpose a constant that no other use shares, such as {@code deidentification}
     */
    public OwnerSecret secret(OwnerId owner, String purpose) {
        return keys.rootOrMake(owner).secret(purpose);
    }

    /**
     * Seals a text that is to stand in a column, such as a name.
     *
     * @param purpose a constant that says what the text is, such as {@code person.name}; it opens under no other
     */
    public byte[] sealText(OwnerId owner, String purpose, String text) {
        try {
            return keys.rootOrMake(owner).textCipher().encrypt(utf8(text), utf8(purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    /**
     * Opens what {@link #sealText} sealed.
     *
     * @throws BlobGone if the owner was forgotten
     * @throws SealBroken if it was changed, or sealed for another owner or purpose
     */
    public String openText(OwnerId owner, String purpose, byte[] sealed) {
        return openTexts(owner, purpose, List.of(sealed)).get(0);
    }

    /** Opens several texts of one owner and purpose as {@link #openText} does, unwrapping their key but once. */
    public List<String> openTexts(OwnerId owner, String purpose, List<byte[]> sealed) {
        Aead cipher = keys.root(owner).orElseThrow(BlobGone::new).textCipher();
        return sealed.stream().map(text -> opened(cipher, purpose, text)).toList();
    }

    private static String opened(Aead cipher, String purpose, byte[] sealed) {
        try {
            return new String(cipher.decrypt(sealed, utf8(purpose)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(e);
        }
    }

    /**
     * A keyed fingerprint (HMAC-SHA-256, 32 bytes), by which what is sealed can be found again but not be guessed by whoever has
     * the database alone. It is the same for all owners.
     *
     * @param purpose a constant that no other use shares, such as {@code person.cpf}
     * @param normalised what to look for, in the one form in which it is always asked
     */
    public byte[] lookup(String purpose, String normalised) {
        OwnerSecret secret = keys.rootOrMake(PLATFORM).secret("lookup:" + purpose);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            return mac.doFinal(utf8(normalised));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    /**
     * Destroys the owner's keys. All that it sealed is gone, though the sealed bytes may still lie there, and so are the owner's
     * secrets. Copies of the database made before
     * still hold the wrapped keys.
     */
    public void forget(OwnerId owner) {
        keys.forget(owner);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
