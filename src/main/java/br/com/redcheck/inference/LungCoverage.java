package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.platform.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether a CT series reaches beyond the lungs at both ends. Where its first or its last slice still shows much of them, a part of the
 * lungs was not seen by anybody: the series is cut, or has not come whole.
 *
 * <p>Lungs are what has the density of air and is shut in by the body. The windpipe and the gas of the bowel count with them, which at the ends
 * of a whole series is little.
 */
final class LungCoverage {
    /** In Hounsfield units. Diseased lung is denser, which makes all three slices smaller alike. */
    private static final float AIR = -500;

    /** Of the picture; where the middle shows less, it does not show lungs. */
    private static final double LEAST_LUNGS = 0.02;

    /** Of the middle's, at an end; a whole series ends in the neck and below the diaphragm. */
    private static final double MOST_AT_END = 0.4;

    private LungCoverage() {}

    /** @param slices the first, the middle and the last from the head down, as {@link Choice#witnesses} names them; or none */
    static List<Remark> remarks(List<ReadableImage> slices) {
        List<Remark> remarks = new ArrayList<>();
        if (slices.size() == 3) {
            OptionalDouble measured = lungs(slices.get(1));
            double middle = measured.orElse(0);
            if (measured.isPresent() && middle < LEAST_LUNGS) {
                remarks.add(Remark.of("no-lungs"));
            } else if (middle >= LEAST_LUNGS) {
                remark("cut-above", lungs(slices.get(0)), middle, remarks);
                remark("cut-below", lungs(slices.get(2)), middle, remarks);
            }
        }
        return remarks;
    }

    private static void remark(String fact, OptionalDouble end, double middle, List<Remark> remarks) {
        double share = end.orElse(0) / middle;
        if (share > MOST_AT_END) {
            remarks.add(Remark.of(fact, Math.round(100 * share)));
        }
    }

    /** Of a slice that cannot be read, and need not be, nothing is known. */
    private static OptionalDouble lungs(ReadableImage slice) {
        try {
            return OptionalDouble.of(share(slice.pixels().get()));
        } catch (Refusal unreadable) {
            return OptionalDouble.empty();
        }
    }

    /** The share of a slice that is air and does not hang together with what is around the body. */
    static double share(GrayFrame slice) {
        boolean[] air = new boolean[slice.rows() * slice.columns()];
        int within = 0;
        for (int i = 0; i < air.length; i++) {
            air[i] = slice.values()[i] < AIR;
            within += air[i] ? 1 : 0;
        }
        return (double) (within - around(air, slice.columns())) / air.length;
    }

    /** How much of the air can be reached from the edge of the picture; it is taken out. */
    private static int around(boolean[] air, int columns) {
        int[] next = new int[air.length];
        int known = 0;
        for (int i = 0; i < air.length; i++) {
            int column = i % columns;
            boolean edge = i < columns || i >= air.length - columns || column == 0 || column == columns - 1;
            known = edge ? reach(i, air, next, known) : known;
        }
        for (int at = 0; at < known; at++) {
            int column = next[at] % columns;
            known = column > 0 ? reach(next[at] - 1, air, next, known) : known;
            known = column < columns - 1 ? reach(next[at] + 1, air, next, known) : known;
            known = next[at] >= columns ? reach(next[at] - columns, air, next, known) : known;
            known = next[at] < air.length - columns ? reach(next[at] + columns, air, next, known) : known;
        }
        return known;
    }

    private static int reach(int pixel, boolean[] air, int[] next, int known) {
        if (!air[pixel]) {
            return known;
        }
        air[pixel] = false;
        next[known] = pixel;
        return known + 1;
    }
}
