package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.BlobRef;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an owner has, and how to look at it. */
@Service
@Transactional(readOnly = true)
public class ExamShelf {
    private final Exams exams;
    private final SeriesOfExams series;
    private final Instances instances;
    private final ImageSealing sealing;

    ExamShelf(Exams exams, SeriesOfExams series, Instances instances, ImageSealing sealing) {
        this.exams = exams;
        this.series = series;
        this.instances = instances;
        this.sealing = sealing;
    }

    /**
     * One exam of the owner's.
     *
     * @throws NoSuchExam if the owner has none of this id
     */
    public ExamSummary exam(OwnerId owner, ExamId exam) {
        return exams.summary(owner.value(), exam.value()).orElseThrow(NoSuchExam::new);
    }

    /**
     * Some of the owner's exams, the newest first.
     *
     * @param after the exam behind which to go on; empty for the newest
     * @param most how many
     * @throws NoSuchExam if the owner has no exam to go on behind
     */
    public List<ExamSummary> page(OwnerId owner, Optional<ExamId> after, int most) {
        if (after.isEmpty()) {
            return exams.newest(owner.value(), Limit.of(most));
        }
        ExamSummary last = exam(owner, after.get());
        return exams.after(owner.value(), last.receivedAt(), last.id().value(), Limit.of(most));
    }

    /** How many exams of all owners stand before this one in the queue. */
    public long placeInQueue(ExamSummary exam) {
        return exams.waitingBefore(exam.stateSince());
    }

    /** The exam's series and images; empty if the owner has no such exam. */
    public List<ExamSeries> series(OwnerId owner, ExamId exam) {
        var images = instances.ofExam(owner.value(), exam.value()).stream()
                .collect(Collectors.groupingBy(
                        Instance::seriesId, Collectors.mapping(Instance::image, Collectors.toList())));
        return series.ofExam(owner.value(), exam.value()).stream()
                .map(s -> new ExamSeries(s.id(), s.modality(), images.getOrDefault(s.id(), List.of())))
                .toList();
    }

    /**
     * Unseals one image, reads it, and does something short with it, for a connection to the database is kept meanwhile.
     *
     * @throws NoSuchExam if the owner has no such image
     * @throws E as the use does
     */
    public <T, E extends Exception> T open(OwnerId owner, UUID image, ImageUse<T, E> use) throws E {
        return sealing.open(owner, blob(owner, image), use);
    }

    /**
     * One image as it is kept, a DICOM file that is unsealed while it is read.
     *
     * @throws NoSuchExam if the owner has no such image
     */
    public InputStream file(OwnerId owner, UUID image) throws IOException {
        return sealing.file(owner, blob(owner, image));
    }

    private BlobRef blob(OwnerId owner, UUID image) {
        return instances
                .findByIdAndOwner(image, owner.value())
                .orElseThrow(NoSuchExam::new)
                .blob();
    }

    /**
     * One frame of an exam's image as a person looks at it, in PNG.
     *
     * @param frame from 0
     * @throws NoSuchExam if the owner has no such exam, or the exam no such frame
     */
    public byte[] picture(OwnerId owner, ExamId exam, UUID image, int frame) {
        return Picture.png(frame(owner, exam, image, frame));
    }

    /** The same, not yet as a file. */
    public BufferedImage frame(OwnerId owner, ExamId exam, UUID image, int frame) {
        boolean within = instances.ofExam(owner.value(), exam.value()).stream()
                .map(Instance::image)
                .anyMatch(candidate -> candidate.id().equals(image) && frame >= 0 && frame < candidate.frames());
        if (!within) {
            throw new NoSuchExam();
        }
        return open(owner, image, found -> Picture.of(found, frame));
    }
}
