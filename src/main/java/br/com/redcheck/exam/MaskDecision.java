package br.com.redcheck.exam;

import br.com.redcheck.dicom.Mask;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a doctor makes of the masks of an exam. All others stay.
 *
 * @param remove masks over what identifies nobody
 * @param add masks over what the platform has not seen
 */
record MaskDecision(Set<UUID> remove, List<Drawn> add) {
    /** A rectangle that the doctor has drawn over one frame of an image. */
    record Drawn(UUID image, int frame, int x, int y, int width, int height) {
        Mask mask() {
            return new Mask(frame, x, y, width, height);
        }
    }

    boolean concerns(ImageMask mask) {
        return remove.contains(mask.id());
    }

    /** What was drawn over this image. */
    List<Mask> drawnOver(Instance image) {
        return add.stream()
                .filter(drawn -> drawn.image().equals(image.id()))
                .map(Drawn::mask)
                .toList();
    }
}
