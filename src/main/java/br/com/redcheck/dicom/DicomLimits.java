package br.com.redcheck.dicom;

/**
 * How large an object may be before it is refused; checked as reading goes, before memory is taken.
 *
 * @param objectBytes bytes of one object, both as they come and after inflation
 * @param depth sequences within sequences
 * @param elements elements of one object, those in sequences and the fragments of pixel data included
 * @param pixels rows x columns x frames
 * @param frames frames of one object
 */
public record DicomLimits(long objectBytes, int depth, int elements, long pixels, int frames) {
    /** What a chest exam never comes near: 512 MiB, 64 levels, half a million elements, 2^29 pixels, 10,000 frames. */
    public static DicomLimits defaults() {
        return new DicomLimits(512L << 20, 64, 500_000, 1L << 29, 10_000);
    }
}
