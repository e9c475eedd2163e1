package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamOutline.OtherExam;
import br.com.redcheck.exam.ExamOutline.OutlinedImage;
import br.com.redcheck.exam.ExamOutline.OutlinedSeries;
import br.com.redcheck.platform.overload.Places;
import br.com.redcheck.vault.Vault;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the viewer in the browser is given of an exam. */
@Service
@Transactional(readOnly = true)
public class ViewerShelf {
    private static final Limit OTHERS = Limit.of(50);

    private final Exams exams;
    private final SeriesOfExams series;
    private final Instances instances;
    private final ImageSealing sealing;
    private final Vault vault;
    private final Places places;

    ViewerShelf(
            Exams exams, SeriesOfExams series, Instances instances, ImageSealing sealing, Vault vault, Places places) {
        this.exams = exams;
        this.series = series;
        this.instances = instances;
        this.sealing = sealing;
        this.vault = vault;
        this.places = places;
    }

    /**
     * What the exam holds, series by series.
     *
     * @throws NoSuchExam if the owner has none of this id
     */
    public ExamOutline outline(OwnerId owner, ExamId id) {
        ExamSummary exam = exams.summary(owner.value(), id.value()).orElseThrow(NoSuchExam::new);
        var images = instances.inSliceOrder(owner.value(), id.value()).stream()
                .collect(Collectors.groupingBy(
                        Instance::seriesId, Collectors.mapping(OutlinedImage::new, Collectors.toList())));
        List<OutlinedSeries> all = series.ofExam(owner.value(), id.value()).stream()
                .map(one -> new OutlinedSeries(one.id(), one.modality(), images.getOrDefault(one.id(), List.of())))
                .toList();
        List<OtherExam> others = exams.ofSamePatient(owner.value(), id.value(), OTHERS).stream()
                .map(OtherExam::new)
                .toList();
        return new ExamOutline(id.value(), exam.modality(), exam.receivedAt(), all, others);
    }

    /**
     * One image as it lies in the vault, or uncompressed where the viewer would not show it so.
     *
     * @throws NoSuchExam if the owner has no such exam, or the exam no such image
     */
    public Resource image(OwnerId owner, ExamId exam, UUID image) {
        Instance found = instances.ofExam(owner.value(), exam.value(), image).orElseThrow(NoSuchExam::new);
        return found.viewable()
                ? new SealedResource(vault, owner, found)
                : new MadeViewable(places, sealing, owner, found.blob());
    }
}
