package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes the entries of a segmented palette out one by one (PS3.3 C.7.9.2). */
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final ByteBuffer segments;
    private final boolean wide;
    private final int[] entries;
    private int filled;

    private SegmentedPalette(byte[] data, int bits, int count) {
        segments = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        wide = bits > 8;
        entries = new int[count];
    }

    /**
     * All entries.
     *
     * @param bits of an entry, which is as wide as the numbers in {@code data} are: one byte or two
     * @throws UnreadablePixels (HEADER) if the segments do not give exactly {@code count} entries
     */
    static int[] entries(byte[] data, int bits, int count) {
        SegmentedPalette palette = new SegmentedPalette(data, bits, count);
        while (palette.filled < count) {
            palette.segment(true);
        }
        return palette.entries;
    }

    private void segment(boolean mayPoint) {
        int kind = next();
        int length = next();
        if (length == 0) { // nothing comes of it, and it could be repeated for ever
            throw broken();
        }
        if (kind == INDIRECT && mayPoint) {
            repeat(length, next() | next() << (wide ? 16 : 8));
        } else if (kind == DISCRETE || kind == LINEAR) {
            int from = filled == 0 ? 0 : entries[filled - 1];
            int to = kind == LINEAR ? next() : 0;
            for (int i = 1; i <= length; i++) {
                put(kind == DISCRETE ? next() : from + Math.round((float) (to - from) * i / length));
            }
        } else {
            throw broken();
        }
    }

    /** Reads some segments that have gone before once more; one of them may not point back in its turn. */
    private void repeat(int count, int offset) {
        int after = segments.position();
        if (offset < 0 || offset >= after) {
            throw broken();
        }
        segments.position(offset);
        for (int i = 0; i < count; i++) {
            segment(false);
        }
        segments.position(after);
    }

    private int next() {
        if (segments.remaining() < (wide ? 2 : 1)) {
            throw broken();
        }
        return wide ? segments.getShort() & 0xFFFF : segments.get() & 0xFF;
    }

    private void put(int entry) {
        if (filled == entries.length) {
            throw broken();
        }
        entries[filled++] = entry;
    }

    private static UnreadablePixels broken() {
        return new UnreadablePixels(Reason.HEADER, "SegmentedPaletteColorLookupTableData");
    }
}
