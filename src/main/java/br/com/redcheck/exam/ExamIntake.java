package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.Licences;
import br.com.redcheck.dicom.Cleaned;
import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.DeidentificationOption;
import br.com.redcheck.dicom.Deidentified;
import br.com.redcheck.dicom.Deidentifier;
import br.com.redcheck.dicom.DicomFiles;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.dicom.ReaderFailed;
import br.com.redcheck.dicom.SetAside;
import br.com.redcheck.dicom.WalkLimits;
import br.com.redcheck.exam.ExamRegister.Place;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.platform.Sha256;
import br.com.redcheck.platform.overload.MemoryBudget;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Service;

/** Puts what a doctor sends on the doctor's shelf, stripped of the patient's identity and sealed. */
@Service
public class ExamIntake {
    /** The Basic Profile and the options, as the certificate names them. */
    private static final String PROFILE = Stream.concat(
                    Stream.of("113100"), Deidentifiers.OPTIONS.stream().map(DeidentificationOption::code))
            .sorted()
            .collect(Collectors.joining(" "));

    /** The walk wants a name for what was sent; the real one stays with the sender, for it may be a patient's. */
    private static final String UPLOAD = "upload";

    /** While a frame is looked at, a sample is an int and a float. */
    private static final long BYTES_PER_SAMPLE = 8;

    private final Licences licences;
    private final Vault vault;
    private final Deidentifiers deidentifiers;
    private final ExamRegister register;
    private final Admission admission;
    private final ImageSealing sealing;
    private final MemoryBudget memory;
    private final String software;
    private final DicomLimits limits = DicomLimits.defaults();
    private final DicomFiles files = new DicomFiles(WalkLimits.defaults());

    ExamIntake(
            Licences licences,
            Vault vault,
            Deidentifiers deidentifiers,
            ExamRegister register,
            Admission admission,
            ImageSealing sealing,
            MemoryBudget memory,
            ObjectProvider<BuildProperties> build) {
        this.licences = licences;
        this.vault = vault;
        this.deidentifiers = deidentifiers;
        this.register = register;
        this.admission = admission;
        this.sealing = sealing;
        this.memory = memory;
        this.software = build.stream()
                .map(properties -> properties.getName() + " " + properties.getVersion())
                .findFirst()
                .orElse("covid-dicom");
    }

    /**
     * Takes one file, an image or an archive of images. What is wrong with one image does not keep the others out.
     *
     * @return what became of each
     * @throws br.com.redcheck.accreditation.NotAccredited if the owner may not send exams now; nothing has been read then
     * @throws IOException if the stream breaks off; what has been stored until then stays
     */
    public List<Receipt> receive(OwnerId owner, InputStream file) throws IOException {
        List<Receipt> receipts = new ArrayList<>();
        receive(owner, file, true, receipts::add);
        return receipts;
    }

    /**
     * Takes one file as {@link #receive(OwnerId, InputStream)} does, and tells what became of each image as soon as it is known.
     *
     * @param alone whether nothing was sent along with it; the programs and documents that lie beside exams are set aside
     */
    public void receive(OwnerId owner, InputStream file, boolean alone, Consumer<Receipt> told) throws IOException {
        licences.requireSending(owner);
        files.walk(UPLOAD, file, alone, new Walk(owner, deidentifiers.of(owner), told));
    }

    private Receipt take(OwnerId owner, String path, InputStream file, Deidentifier deidentifier) throws IOException {
        try (MemoryBudget.Share share = memory.share()) {
            return take(owner, path, file, deidentifier, share);
        }
    }

    private Receipt take(
            OwnerId owner, String path, InputStream file, Deidentifier deidentifier, MemoryBudget.Share share)
            throws IOException {
        DigestInputStream hashed = new DigestInputStream(file, Sha256.digest());
        DicomObject original = DicomObject.read(new BudgetedStream(hashed, share), limits);
        hashed.transferTo(OutputStream.nullOutputStream()); // what lies behind the object belongs to the file
        Optional<SetAside> aside = SetAside.of(original);
        if (aside.isPresent()) {
            return Receipt.aside(path, aside.get());
        }
        admission.require(original);
        Deidentified header = ReaderFailed.guarded(() -> deidentifier.deidentified(original));
        Place place = register.placeOf(owner, header.object().dataSet());
        String sha256 = Sha256.hex(hashed.getMessageDigest());
        if (place.held().isPresent()) {
            return again(owner, path, place.held().get(), original, header.object(), sha256);
        }
        share.grow(BYTES_PER_SAMPLE * ReaderFailed.guarded(() -> samplesOfFrame(original)));
        Cleaned cleaned = ReaderFailed.guarded(() -> Cleaned.of(deidentifier, original, header, place.told(), limits));
        return keep(owner, path, cleaned, sha256, place.toldSince());
    }

    /** Another export of the same image differs in its header; where the pixels differ, one of two images has the other's UID. */
    private Receipt again(
            OwnerId owner, String path, HeldImage held, DicomObject original, DicomObject header, String sha256)
            throws IOException {
        Optional<BlobRef> asItCame = held.asItCame();
        if (!held.originalSha256().equals(sha256)
                && asItCame.isPresent()
                && !sealing.<Boolean, IOException>open(
                        owner,
                        asItCame.get(),
                        image -> ReaderFailed.guarded(() -> samePixels(image, original, header)))) {
            return Receipt.refused(path, new OtherPixels());
        }
        return Receipt.duplicate(path, held.exam());
    }

    private boolean samePixels(DicomObject kept, DicomObject original, DicomObject header) throws IOException {
        return PixelData.of(kept, limits).sameAs(PixelData.of(Cleaned.uncovered(original, header, limits), limits));
    }

    private long samplesOfFrame(DicomObject image) {
        PixelData pixels = PixelData.of(image, limits);
        return (long) pixels.rows() * pixels.columns() * pixels.samplesPerPixel();
    }

    private Receipt keep(
            OwnerId owner, String path, Cleaned cleaned, String originalSha256, Optional<Instant> toldSince)
            throws IOException {
        DataSet image = cleaned.object().dataSet();
        // Blob before row: a crash between them leaves a stray blob, never a row without pixels.
        CleanedImage sealed = seal(owner, cleaned, originalSha256);
        Optional<ExamId> exam = register.add(owner, image, sealed, toldSince);
        if (exam.isPresent()) {
            return Receipt.stored(path, exam.get());
        }
        vault.delete(owner, sealed.sealed().blob());
        if (sealed.uncovered().isPresent()) {
            vault.delete(owner, sealed.uncovered().get());
        }
        return Receipt.duplicate(path, register.held(owner, image).orElseThrow().exam());
    }

    private CleanedImage seal(OwnerId owner, Cleaned cleaned, String originalSha256) throws IOException {
        SealedImage sealed = sealing.seal(owner, cleaned.object());
        Optional<BlobRef> uncovered = cleaned.masks().isEmpty()
                ? Optional.empty()
                : Optional.of(sealing.seal(owner, cleaned.uncovered()).blob());
        return new CleanedImage(
                sealed,
                uncovered,
                originalSha256,
                software,
                PROFILE,
                cleaned.counts(),
                cleaned.masks(),
                cleaned.leaks());
    }

    /** Takes the images of one upload, one after the other. */
    private final class Walk implements DicomFiles.Visitor {
        private final OwnerId owner;
        private final Deidentifier deidentifier;
        private final Consumer<Receipt> told;

        Walk(OwnerId owner, Deidentifier deidentifier, Consumer<Receipt> told) {
            this.owner = owner;
            this.deidentifier = deidentifier;
            this.told = told;
        }

        @Override
        public void file(String path, InputStream content) throws IOException {
            told.accept(take(owner, within(path), content, deidentifier));
        }

        @Override
        public void refused(String path, Refusal refusal) {
            told.accept(Receipt.refused(within(path), refusal));
        }

        @Override
        public void setAside(String path, SetAside reason) {
            told.accept(Receipt.aside(within(path), reason));
        }

        private static String within(String path) {
            return path.startsWith(UPLOAD + "!") ? path.substring(UPLOAD.length() + 1) : "";
        }
    }
}
