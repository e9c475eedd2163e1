package br.com.redcheck.exam;

import br.com.redcheck.dicom.Mask;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What a doctor makes of the masks of an exam. All others stay.
 *
 * @param remove masks over what identifies nobody
 * @param add masks over what the platform has not seen
 */
record MaskDecision(Set<UUID> remove, List<Drawn> add) {
    MaskDecision {
        remove = Set.copyOf(remove);
        add = List.copyOf(add);
    }

    /** A rectangle that the doctor has drawn over one frame of an image. */
    record Drawn(UUID image, int frame, int x, int y, int width, int height) {
        Drawn {
            Objects.requireNonNull(image);
            new Mask(frame, x, y, width, height); // refuses what is none
        }

        private boolean over(Instance one) {
            return image.equals(one.id()) && frame < one.frames();
        }

        Mask mask() {
            return new Mask(frame, x, y, width, height);
        }
    }

    boolean concerns(ImageMask mask) {
        return remove.contains(mask.id());
    }

    /** @throws UselessAnnotation if something was drawn over a frame that none of these images has */
    void requireDrawnOver(List<Instance> images) {
        if (!add.stream().allMatch(drawn -> images.stream().anyMatch(drawn::over))) {
            throw new UselessAnnotation();
        }
    }

    /** What was drawn over this image. */
    List<Mask> drawnOver(Instance image) {
        return add.stream()
                .filter(drawn -> drawn.image().equals(image.id()))
                .map(Drawn::mask)
                .toList();
    }
}
