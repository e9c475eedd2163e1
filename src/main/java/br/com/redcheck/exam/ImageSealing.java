package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.platform.Sha256;
import br.com.redcheck.platform.overload.MemoryBudget;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** Images into the vault and out again. */
@Component
class ImageSealing {
    private static final DicomLimits LIMITS = DicomLimits.defaults();

    private final Vault vault;
    private final MemoryBudget memory;

    ImageSealing(Vault vault, MemoryBudget memory) {
        this.vault = vault;
        this.memory = memory;
    }

    /** Seals an image, counting and hashing what passes through. */
    SealedImage seal(OwnerId owner, DicomObject image) throws IOException {
        MessageDigest digest = Sha256.digest();
        long[] bytes = new long[1];
        BlobRef blob = vault.seal(
                owner,
                out -> image.writeTo(new DigestOutputStream(out, digest) {
                    @Override
                    public void write(int b) throws IOException {
                        super.write(b);
                        bytes[0]++;
                    }

                    @Override
                    public void write(byte[] b, int from, int length) throws IOException {
                        super.write(b, from, length);
                        bytes[0] += length;
                    }
                }));
        PixelData pixels = PixelData.of(image, LIMITS);
        boolean viewable = Viewable.asItIs(image.transferSyntax(), pixels.bitsAllocated());
        return new SealedImage(blob, pixels.frames(), viewable, bytes[0], Sha256.hex(digest));
    }

    /**
     * Reads an image and does something with it. Its room in memory is taken for as long as that lasts.
     *
     * @throws br.com.redcheck.platform.overload.TooBusy if so many others are being read that there is no memory for this one
     * @throws E as the use does
     */
    <T, E extends Exception> T open(OwnerId owner, BlobRef blob, ImageUse<T, E> use) throws E {
        try (MemoryBudget.Share share = memory.share()) {
            return use.of(read(owner, blob, share));
        }
    }

    /** The bytes of an image, unsealed while they are read. */
    InputStream file(OwnerId owner, BlobRef blob) throws IOException {
        return vault.open(owner, blob);
    }

    private DicomObject read(OwnerId owner, BlobRef blob, MemoryBudget.Share share) {
        try (InputStream sealed = vault.open(owner, blob)) {
            return DicomObject.read(new BudgetedStream(sealed, share), LIMITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
