package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ImageMask.Origin;
import br.com.redcheck.exam.MaskDecision.Drawn;
import br.com.redcheck.vault.BlobRef;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows the masks, and writes down what a doctor has decided about them, in one transaction with the wish to go on. */
@Service
@Transactional
class MaskRegister {
    /**
     * An image that got other masks.
     *
     * @param before its pixels at the time of the decision
     */
    record Recovered(UUID image, BlobRef before, SealedImage sealed) {}

    private final Exams exams;
    private final Instances instances;
    private final Cleanings cleanings;
    private final ImageMasks masks;
    private final ExamProgress progress;
    private final AuditLog audit;
    private final Clock clock;

    MaskRegister(
            Exams exams,
            Instances instances,
            Cleanings cleanings,
            ImageMasks masks,
            ExamProgress progress,
            AuditLog audit,
            Clock clock) {
        this.exams = exams;
        this.instances = instances;
        this.cleanings = cleanings;
        this.masks = masks;
        this.progress = progress;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NoSuchExam if the owner has no such exam */
    @Transactional(readOnly = true)
    List<Instance> images(OwnerId owner, ExamId exam) {
        List<Instance> images = instances.ofExam(owner.value(), exam.value());
        if (images.isEmpty()) {
            throw new NoSuchExam();
        }
        return images;
    }

    /** The masks that have not been taken away, by image. */
    @Transactional(readOnly = true)
    Map<UUID, List<ImageMask>> standing(OwnerId owner, ExamId exam) {
        return masks.ofExam(owner.value(), exam.value()).stream()
                .filter(ImageMask::stands)
                .collect(Collectors.groupingBy(ImageMask::instanceId));
    }

    /** @throws MaskJudged if an image is no longer what the decision was about */
    void decided(OwnerId owner, ExamId exam, MaskDecision decision, List<Recovered> recovered) {
        boolean held = exams.lock(owner.value(), exam.value())
                .orElseThrow(NoSuchExam::new)
                .held();
        recovered.forEach(image -> recover(owner, image));
        remove(owner, exam, decision);
        add(owner, decision.add());
        instances.ofExam(owner.value(), exam.value()).forEach(Instance::judged);
        cleanings.ofExam(owner.value(), exam.value()).forEach(Cleaning::pixelsAreSeen);
        audit.record(owner, "exam.masks-judged", exam.value());
        if (held || !recovered.isEmpty()) {
            progress.proceed(owner, exam);
        }
    }

    private void recover(OwnerId owner, Recovered recovered) {
        Instance image = instances
                .findByIdAndOwner(recovered.image(), owner.value())
                .filter(found -> found.blob().equals(recovered.before()))
                .orElseThrow(MaskJudged::new);
        image.recovered(recovered.sealed());
    }

    private void remove(OwnerId owner, ExamId exam, MaskDecision decision) {
        Instant now = clock.instant();
        masks.ofExam(owner.value(), exam.value()).stream()
                .filter(mask -> mask.stands() && decision.concerns(mask))
                .forEach(mask -> {
                    mask.remove(now);
                    audit.record(owner, "mask.removed", mask.id());
                });
    }

    private void add(OwnerId owner, List<Drawn> drawn) {
        Instant now = clock.instant();
        masks.saveAll(drawn.stream()
                        .map(one -> new ImageMask(one.image(), owner.value(), one.mask(), Origin.DRAWN, now))
                        .toList())
                .forEach(mask -> audit.record(owner, "mask.added", mask.id()));
    }
}
