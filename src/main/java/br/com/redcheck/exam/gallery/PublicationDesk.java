package br.com.redcheck.exam.gallery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.PublishedCopy;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.Picture;
import br.com.redcheck.exam.ReleasedExam;
import br.com.redcheck.exam.ReleasedExams;
import br.com.redcheck.exam.ReleasedImage;
import br.com.redcheck.exam.SecondaryUse;
import br.com.redcheck.exam.Truth;
import br.com.redcheck.exam.Truths;
import br.com.redcheck.exam.gallery.PublicationRows.Standing;
import br.com.redcheck.platform.Sha256;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where a doctor publishes an exam: copies of its images are made that have nothing in common with those on the shelf. */
@Service
class PublicationDesk {
    /**
     * How far an exam is from being published.
     *
     * @param consent whether its patient agrees, its masks are judged and nothing was found in its images
     * @param label whether its outcome is settled
     * @param published the publication, if there is one
     */
    record Readiness(boolean consent, boolean label, Optional<Standing> published) {
        public boolean ready() {
            return consent && label && published.isEmpty();
        }
    }

    private final ExamShelf shelf;
    private final ReleasedExams released;
    private final Truths truths;
    private final PublicationRegister register;
    private final Vault vault;
    private final Clock clock;

    PublicationDesk(
            ExamShelf shelf,
            ReleasedExams released,
            Truths truths,
            PublicationRegister register,
            Vault vault,
            Clock clock) {
        this.shelf = shelf;
        this.released = released;
        this.truths = truths;
        this.register = register;
        this.vault = vault;
        this.clock = clock;
    }

    /** @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam */
    Readiness readiness(OwnerId owner, ExamId exam) {
        shelf.exam(owner, exam);
        boolean consent = released.find(SecondaryUse.PUBLICATION, exam).isPresent();
        boolean label = truths.of(owner, exam).filter(PublicationDesk::settled).isPresent();
        return new Readiness(consent, label, register.standing(owner, exam));
    }

    /**
     * Publishes an exam.
     *
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     * @throws NotPublishable if something that it takes is missing
     */
    PublicationId publish(OwnerId owner, ExamId id, Licence licence) throws IOException {
        shelf.exam(owner, id);
        ReleasedExam exam = released.find(SecondaryUse.PUBLICATION, id).orElseThrow(NotPublishable::noConsent);
        if (exam.truth() == null || !settled(exam.truth())) {
            throw NotPublishable.noLabel();
        }
        if (register.standing(owner, id).isPresent()) {
            throw NotPublishable.alreadyPublished();
        }
        PublicationId publication = PublicationId.random();
        List<BlobRef> sealed = new ArrayList<>();
        try {
            copy(owner, exam, publication, licence, sealed);
        } catch (IOException | RuntimeException e) {
            discard(publication, sealed);
            throw e;
        }
        return publication;
    }

    private void copy(
            OwnerId owner, ReleasedExam exam, PublicationId publication, Licence licence, List<BlobRef> sealed)
            throws IOException {
        PublishedCopy copies = new PublishedCopy(
                "COVID-DICOM-" + publication.toString().substring(0, 8).toUpperCase(Locale.ROOT));
        List<ReleasedImage> images = released.images(exam);
        List<PublishedImage> published = new ArrayList<>();
        for (ReleasedImage image : images) {
            int number = published.size() + 1;
            PublishedImage made =
                    released.open(image, open -> seal(publication, number, image.frames(), copies.of(open)));
            sealed.add(made.blob());
            published.add(made);
        }
        BlobRef preview = preview(publication, images.get(images.size() / 2));
        sealed.add(preview);
        register.published(
                owner,
                exam.id(),
                Publication.of(publication, exam, licence, preview, clock.instant(), published.size()),
                published);
    }

    private PublishedImage seal(PublicationId publication, int number, int frames, DicomObject copy)
            throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        copy.writeTo(written);
        byte[] bytes = written.toByteArray();
        BlobRef blob = vault.seal(publication.key(), new ByteArrayInputStream(bytes));
        return new PublishedImage(number, blob, frames, bytes.length, Sha256.hex(bytes));
    }

    private BlobRef preview(PublicationId publication, ReleasedImage image) throws IOException {
        byte[] picture = Picture.png(released.open(image, open -> Picture.of(open, image.frames() / 2)));
        return vault.seal(publication.key(), new ByteArrayInputStream(picture));
    }

    private void discard(PublicationId publication, List<BlobRef> sealed) throws IOException {
        for (BlobRef blob : sealed) {
            vault.delete(publication.key(), blob);
        }
        vault.forget(publication.key());
    }

    private static boolean settled(Truth truth) {
        return truth != Truth.UNDECIDED;
    }
}
