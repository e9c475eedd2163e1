package br.com.redcheck.inference;

import java.util.Comparator;

/**
 * A slice of a series where it lies.
 *
 * @param place in the list of the series' images
 * @param down how far down the body, in millimetres from anywhere; or just the number in its row where nothing says millimetres
 */
record Slice(int place, double down, ImageFacts facts) {
    /** From the head down; of those at one level, the earlier scan first. */
    static final Comparator<Slice> HEAD_FIRST = Comparator.comparingDouble(Slice::down)
            .thenComparing(slice -> slice.facts.scan(), Scan.EARLIER)
            .thenComparingInt(slice -> slice.facts.instanceNumber().orElse(0));

    private static final double SAME_LEVEL = 0.05;
    private static final double SAME_DIRECTION = 0.03;

    boolean atLevelOf(Slice other) {
        return Math.abs(down - other.down) < SAME_LEVEL;
    }

    /** Whether the rows and columns of both run the same way, as far as the headers say. */
    boolean parallelTo(Slice other) {
        var one = facts.orientation();
        var two = other.facts.orientation();
        for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
            if (Math.abs(one.get(i) - two.get(i)) > SAME_DIRECTION) {
                return false;
            }
        }
        return one.size() == two.size();
    }
}
