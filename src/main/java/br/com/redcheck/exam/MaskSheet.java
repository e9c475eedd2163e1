package br.com.redcheck.exam;

import br.com.redcheck.dicom.Mask;
import br.com.redcheck.exam.ImageMask.Origin;
import java.util.List;
import java.util.UUID;

/**
 * All images of an exam with what covers them, in the order of the series.
 *
 * @param images one entry a frame
 */
record MaskSheet(List<FrameOfImage> images) {
    /**
     * One frame.
     *
     * @param judged whether the pixels beneath the masks are gone for good
     */
    record FrameOfImage(UUID image, UUID series, int frame, boolean judged, List<Covered> masks) {}

    /** A mask that stands. */
    record Covered(UUID id, int x, int y, int width, int height, Origin origin) {
        static Covered of(ImageMask mask) {
            Mask place = mask.mask();
            return new Covered(mask.id(), place.x(), place.y(), place.width(), place.height(), mask.origin());
        }
    }
}
