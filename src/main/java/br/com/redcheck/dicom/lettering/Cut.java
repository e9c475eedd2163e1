package br.com.redcheck.dicom.lettering;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A group of cells in two parts.
 *
 * @param area of the two rectangles around them
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not copied
record Cut(int area, int[] before, int[] behind) {
    /**
     * The straight cut that leaves the least area around the two parts.
     *
     * @param place of a cell along the direction that is cut, from 0
     * @param length so many places there are, at least two; the first and the last hold a cell
     */
    static Cut best(int[] cells, IntUnaryOperator place, IntFunction<Box> box, int length) {
        @Nullable Box[] slices = new Box[length];
        for (int cell : cells) {
            Box slice = slices[place.applyAsInt(cell)];
            slices[place.applyAsInt(cell)] = slice == null ? box.apply(cell) : slice.with(box.apply(cell));
        }
        int[] before = areas(slices, 0, 1);
        int[] behind = areas(slices, length - 1, -1);
        int best = 1;
        for (int cut = 1; cut < length; cut++) {
            if (before[cut - 1] + behind[cut] < before[best - 1] + behind[best]) {
                best = cut;
            }
        }
        int border = best;
        return new Cut(
                before[best - 1] + behind[best],
                Arrays.stream(cells)
                        .filter(cell -> place.applyAsInt(cell) < border)
                        .toArray(),
                Arrays.stream(cells)
                        .filter(cell -> place.applyAsInt(cell) >= border)
                        .toArray());
    }

    /** The area around all slices from one end to each. */
    private static int[] areas(@Nullable Box[] slices, int from, int step) {
        int[] areas = new int[slices.length];
        Box all = null;
        for (int i = from; i >= 0 && i < slices.length; i += step) {
            Box slice = slices[i];
            if (slice != null) {
                all = all == null ? slice : all.with(slice);
            }
            areas[i] = all == null ? 0 : all.area();
        }
        return areas;
    }
}
