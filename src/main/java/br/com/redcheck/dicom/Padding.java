package br.com.redcheck.dicom;

import java.util.OptionalInt;

/**
 * The stored values that stand for "nothing was measured here" (PS3.3 C.7.5.1.1.2).
 *
 * @param low the least of them
 * @param high the greatest; less than {@code low} if there is no padding
 */
record Padding(long low, long high) {
    private static final Padding NONE = new Padding(1, 0);

    static Padding of(DataSet dataSet, PixelLayout layout) {
        OptionalInt value = dataSet.integer(Tag.PIXEL_PADDING_VALUE);
        if (value.isEmpty()) {
            return NONE;
        }
        long first = asStored(value.getAsInt(), layout);
        long last = asStored(dataSet.integer(Tag.PIXEL_PADDING_RANGE_LIMIT).orElse(value.getAsInt()), layout);
        return new Padding(Math.min(first, last), Math.max(first, last));
    }

    boolean covers(int stored) {
        return low <= stored && stored <= high;
    }

    /** The element may have come as US where the pixels are signed, and the other way round. */
    private static int asStored(int value, PixelLayout layout) {
        if (layout.bitsAllocated() > 16) {
            return value;
        }
        return layout.signed() ? (short) value : value & 0xFFFF;
    }
}
