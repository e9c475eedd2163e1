package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an owner has, and how to look at it. */
@Service
@Transactional(readOnly = true)
public class ExamShelf {
    private final Exams exams;
    private final SeriesOfExams series;
    private final Instances instances;
    private final Vault vault;

    ExamShelf(Exams exams, SeriesOfExams series, Instances instances, Vault vault) {
        this.exams = exams;
        this.series = series;
        this.instances = instances;
        this.vault = vault;
    }

    /** The owner's exams, newest first. */
    public Slice<ExamSummary> of(OwnerId owner, Pageable page) {
        return exams.shelfOf(owner.value(), page);
    }

    /**
     * One exam of the owner's.
     *
     * @throws NoSuchExam if the owner has none of this id
     */
    public ExamSummary exam(OwnerId owner, ExamId exam) {
        return exams.summary(owner.value(), exam.value()).orElseThrow(NoSuchExam::new);
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
     * Unseals one image and reads it.
     *
     * @throws NoSuchExam if the owner has no such image
     */
    public DicomObject open(OwnerId owner, UUID image) {
        Instance instance = instances.findByIdAndOwner(image, owner.value()).orElseThrow(NoSuchExam::new);
        try (InputStream sealed = vault.open(owner, instance.blob())) {
            return DicomObject.read(sealed, DicomLimits.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
