package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.Mask;
import br.com.redcheck.dicom.PixelCover;
import br.com.redcheck.exam.MaskRegister.Recovered;
import br.com.redcheck.exam.MaskSheet.Covered;
import br.com.redcheck.exam.MaskSheet.FrameOfImage;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Where a doctor sees what was covered in an exam, gives back what need not be, and covers more. */
@Service
class MaskDesk {
    private final MaskRegister register;
    private final ImageSealing sealing;
    private final Vault vault;

    MaskDesk(MaskRegister register, ImageSealing sealing, Vault vault) {
        this.register = register;
        this.sealing = sealing;
        this.vault = vault;
    }

    /**
     * Every frame with its masks.
     *
     * @throws NoSuchExam if the owner has no such exam
     */
    MaskSheet sheet(OwnerId owner, ExamId exam) {
        Map<UUID, List<ImageMask>> standing = register.standing(owner, exam);
        return new MaskSheet(register.images(owner, exam).stream()
                .flatMap(image -> frames(image, standing.getOrDefault(image.id(), List.of())))
                .toList());
    }

    /** One frame without its masks, as long as these are not judged. */
    byte[] picture(OwnerId owner, ExamId exam, UUID id, int frame) {
        Instance image = register.images(owner, exam).stream()
                .filter(candidate -> candidate.id().equals(id) && frame >= 0 && frame < candidate.frames())
                .findFirst()
                .orElseThrow(NoSuchExam::new);
        return Picture.png(sealing.open(owner, image.mostOpen(), open -> Picture.of(open, frame)));
    }

    /**
     * Covers as the doctor says and destroys what lies beneath the masks. Then the exam goes its way.
     *
     * @throws MaskJudged if what a removed mask covers is gone already, or somebody else was faster
     * @throws UselessAnnotation if a mask lies over what is no frame of this exam
     */
    void decide(OwnerId owner, ExamId exam, MaskDecision decision) throws IOException {
        Map<UUID, List<ImageMask>> standing = register.standing(owner, exam);
        List<BlobRef> obsolete = new ArrayList<>();
        List<Recovered> recovered = new ArrayList<>();
        List<Instance> images = register.images(owner, exam);
        decision.requireDrawnOver(images);
        for (Instance image : images) {
            image.uncovered().ifPresent(obsolete::add);
            Optional<SealedImage> sealed =
                    recover(owner, image, standing.getOrDefault(image.id(), List.of()), decision);
            if (sealed.isPresent()) {
                obsolete.add(image.blob());
                recovered.add(new Recovered(image.id(), image.blob(), sealed.get()));
            }
        }
        register.decided(owner, exam, decision, recovered);
        for (BlobRef blob : obsolete) {
            vault.delete(owner, blob);
        }
    }

    /** The image under other masks, or nothing if the decision leaves it as it is. */
    private Optional<SealedImage> recover(
            OwnerId owner, Instance image, List<ImageMask> standing, MaskDecision decision) throws IOException {
        List<Mask> drawn = decision.drawnOver(image);
        boolean someRemoved = standing.stream().anyMatch(decision::concerns);
        if (someRemoved && image.uncovered().isEmpty()) {
            throw new MaskJudged();
        }
        if (drawn.isEmpty() && !someRemoved) {
            return Optional.empty();
        }
        List<Mask> all = Stream.concat(
                        standing.stream()
                                .filter(mask -> !decision.concerns(mask))
                                .map(ImageMask::mask),
                        drawn.stream())
                .toList();
        return Optional.of(sealing.open(
                owner,
                image.mostOpen(),
                open -> sealing.seal(owner, PixelCover.covered(open, all, DicomLimits.defaults()))));
    }

    private static Stream<FrameOfImage> frames(Instance image, List<ImageMask> masks) {
        boolean judged = image.uncovered().isEmpty();
        return IntStream.range(0, image.frames())
                .mapToObj(frame -> new FrameOfImage(
                        image.id(),
                        image.seriesId(),
                        frame,
                        judged,
                        masks.stream()
                                .filter(mask -> mask.mask().frame() == frame)
                                .map(Covered::of)
                                .toList()));
    }
}
