package br.com.redcheck.dicom;

import java.util.Arrays;

/**
 * Percentiles of a frame's measured values, interpolated between neighbours.
 *
 * <p>The values are counted into bins first, and only the one bin that holds the rank is sorted: a film has 10 million of them.
 */
final class Percentiles {
    private static final int BINS = 1 << 16;

    private final float[] values;
    private final double least;
    private final double binWidth;
    private final int[] counts = new int[BINS];

    private Percentiles(float[] values) {
        this.values = values;
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        least = min;
        binWidth = max > min ? ((double) max - min) / (BINS - 1) : 1;
        for (float value : values) {
            counts[bin(value)]++;
        }
    }

    /** Counts the values that are not padding; all of them if nothing else is there. */
    static Percentiles of(GrayFrame frame) {
        int measured = frame.values().length - frame.padding().cardinality();
        if (frame.padding().isEmpty() || measured == 0) {
            return new Percentiles(frame.values());
        }
        float[] values = new float[measured];
        int from = frame.padding().nextClearBit(0);
        for (int to = 0; to < measured; to++) {
            values[to] = frame.values()[from];
            from = frame.padding().nextClearBit(from + 1);
        }
        return new Percentiles(values);
    }

    /** The value that {@code percent} of the values do not exceed. */
    double at(double percent) {
        double rank = percent / 100 * (values.length - 1);
        int below = (int) rank;
        double lower = ranked(below);
        double part = rank - below;
        return part == 0 ? lower : lower + part * (ranked(below + 1) - lower);
    }

    private float ranked(int rank) {
        int bin = 0;
        int before = 0;
        while (before + counts[bin] <= rank) {
            before += counts[bin++];
        }
        float[] neighbours = new float[counts[bin]];
        int found = 0;
        for (float value : values) {
            if (bin(value) == bin) {
                neighbours[found++] = value;
            }
        }
        Arrays.sort(neighbours);
        return neighbours[rank - before];
    }

    private int bin(float value) {
        return (int) ((value - least) / binWidth);
    }
}
