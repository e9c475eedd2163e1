package br.com.redcheck.exam;

import br.com.redcheck.dicom.DeidentificationAction;
import br.com.redcheck.dicom.Mask;
import br.com.redcheck.exam.ImageMask.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What was done to an exam so that nobody can be recognised in it. It identifies nobody itself.
 *
 * @param software names and versions of what did it
 * @param options codes of the profile and its options (CID 7050)
 * @param actions elements of all images by what befell them, in the order of the actions
 * @param images one entry an image, in the order of the series
 */
record Certificate(
        UUID exam,
        List<String> software,
        List<String> options,
        SortedMap<DeidentificationAction, Integer> actions,
        List<CertifiedImage> images) {
    /**
     * One image.
     *
     * @param originalSha256 of the file as it came
     * @param sha256 of the DICOM object as it is kept
     * @param judged whether nobody can look beneath the masks any more
     */
    record CertifiedImage(
            int number,
            Instant cleanedAt,
            String originalSha256,
            String sha256,
            boolean clean,
            boolean judged,
            Map<DeidentificationAction, Integer> actions,
            List<CertifiedMask> masks) {}

    /**
     * A rectangle that is covered, or was until the doctor said that it need not be.
     *
     * @param place in stored pixels of one frame
     */
    record CertifiedMask(Mask place, Origin origin, boolean removed) {}

    /** Rectangles that are covered, in all images. */
    public long standing() {
        return images.stream()
                .flatMap(image -> image.masks().stream())
                .filter(mask -> !mask.removed())
                .count();
    }

    /** Rectangles that the doctor has uncovered, in all images. */
    public long removed() {
        return images.stream()
                .flatMap(image -> image.masks().stream())
                .filter(CertifiedMask::removed)
                .count();
    }
}
