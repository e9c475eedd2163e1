package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DeidentificationOption;
import br.com.redcheck.dicom.Deidentifier;
import br.com.redcheck.dicom.DicomFiles;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.dicom.SetAside;
import br.com.redcheck.dicom.WalkLimits;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Puts what a doctor sends on the doctor's shelf, stripped of the patient's identity and sealed. */
@Service
class ExamIntake {
    private static final String DEIDENTIFICATION = "deidentification";

    /** The walk wants a name for what was sent; the real one stays with the sender, for it may be a patient's. */
    private static final String UPLOAD = "upload";

    private final Vault vault;
    private final ExamRegister register;
    private final Admission admission;
    private final DicomLimits limits = DicomLimits.defaults();
    private final DicomFiles files = new DicomFiles(WalkLimits.defaults());

    ExamIntake(Vault vault, ExamRegister register, Admission admission) {
        this.vault = vault;
        this.register = register;
        this.admission = admission;
    }

    /**
     * Takes one file, an image or an archive of images. What is wrong with one image does not keep the others out.
     *
     * @return what became of each
     * @throws IOException if the stream breaks off; what has been stored until then stays
     */
    List<Receipt> receive(OwnerId owner, InputStream file) throws IOException {
        byte[] secret = vault.secret(owner, DEIDENTIFICATION).bytes();
        Deidentifier deidentifier =
                new Deidentifier(secret, Set.of(DeidentificationOption.RETAIN_PATIENT_CHARACTERISTICS));
        Walk walk = new Walk(owner, deidentifier);
        files.walk(UPLOAD, file, walk);
        return walk.receipts;
    }

    private Receipt take(OwnerId owner, String path, InputStream file, Deidentifier deidentifier) throws IOException {
        DicomObject original = DicomObject.read(file, limits);
        admission.require(original);
        PixelData pixels = PixelData.of(original, limits);
        pixels.gray(0); // an image that cannot be decoded is refused now, not when the doctor waits for its result
        return keep(owner, path, deidentifier.deidentified(original).object(), pixels.frames());
    }

    private Receipt keep(OwnerId owner, String path, DicomObject image, int frames) throws IOException {
        Optional<ExamId> known = register.holding(owner, image.dataSet());
        if (known.isPresent()) {
            return Receipt.duplicate(path, known.get());
        }
        // Blob before row: a crash between them leaves a stray blob to sweep, never a row without pixels.
        SealedImage sealed = seal(owner, image, frames);
        Optional<ExamId> exam = register.add(owner, image.dataSet(), sealed);
        if (exam.isPresent()) {
            return Receipt.stored(path, exam.get());
        }
        vault.delete(sealed.blob());
        return Receipt.duplicate(path, register.holding(owner, image.dataSet()).orElseThrow());
    }

    private SealedImage seal(OwnerId owner, DicomObject image, int frames) throws IOException {
        Counted counted = new Counted();
        BlobRef blob = vault.seal(owner, out -> image.writeTo(counted.over(out)));
        return new SealedImage(blob, frames, counted.bytes, HexFormat.of().formatHex(counted.digest.digest()));
    }

    /** Takes the images of one upload, one after the other. */
    private final class Walk implements DicomFiles.Visitor {
        private final OwnerId owner;
        private final Deidentifier deidentifier;
        private final List<Receipt> receipts = new ArrayList<>();

        Walk(OwnerId owner, Deidentifier deidentifier) {
            this.owner = owner;
            this.deidentifier = deidentifier;
        }

        @Override
        public void file(String path, InputStream content) throws IOException {
            receipts.add(take(owner, within(path), content, deidentifier));
        }

        @Override
        public void refused(String path, Refusal refusal) {
            receipts.add(Receipt.refused(within(path), refusal));
        }

        @Override
        public void setAside(String path, SetAside reason) {
            receipts.add(Receipt.aside(within(path)));
        }

        private static String within(String path) {
            return path.startsWith(UPLOAD + "!") ? path.substring(UPLOAD.length() + 1) : "";
        }
    }

    /** Counts and hashes what passes through. */
    private static final class Counted {
        private final MessageDigest digest;
        private long bytes;

        Counted() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        OutputStream over(OutputStream out) {
            return new DigestOutputStream(out, digest) {
                @Override
                public void write(int b) throws IOException {
                    super.write(b);
                    bytes++;
                }

                @Override
                public void write(byte[] b, int from, int length) throws IOException {
                    super.write(b, from, length);
                    bytes += length;
                }
            };
        }
    }
}
