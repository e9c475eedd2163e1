package br.com.redcheck.dicom;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The display shutter: shapes outside of which nothing of a picture is to be shown (PS3.3 C.7.6.11, and C.7.6.16.2.18 for a frame).
 *
 * <p>Where there are several, what lies in all of them is shown. A shape without its numbers hides nothing, nor do shapes that would leave
 * nothing at all.
 */
final class Shutter {
    /** One of the shapes; rows and columns count from 1, as in the header. */
    private interface Shape {
        boolean shows(int row, int column);
    }

    private final FunctionalGroups groups;

    private Shutter(FunctionalGroups groups) {
        this.groups = groups;
    }

    /**
     * Which pixels of a frame are hidden.
     *
     * @throws UnreadablePixels if numbers of the shutter are there and not understood
     */
    static BitSet hidden(FunctionalGroups groups, int rows, int columns) {
        List<Shape> shapes = new Shutter(groups).shapes();
        BitSet hidden = new BitSet();
        for (int row = 1; row <= rows && !shapes.isEmpty(); row++) {
            for (int column = 1; column <= columns; column++) {
                int y = row;
                int x = column;
                if (shapes.stream().anyMatch(shape -> !shape.shows(y, x))) {
                    hidden.set((row - 1) * columns + column - 1);
                }
            }
        }
        return hidden.cardinality() == rows * columns ? new BitSet() : hidden;
    }

    private List<Shape> shapes() {
        DataSet said = groups.holding(Tag.FRAME_DISPLAY_SHUTTER_SEQUENCE, Tag.SHUTTER_SHAPE);
        List<Shape> shapes = new ArrayList<>();
        for (String shape : said.strings(Tag.SHUTTER_SHAPE)) {
            switch (shape) {
                case "RECTANGULAR" -> rectangle().ifPresent(shapes::add);
                case "CIRCULAR" -> circle().ifPresent(shapes::add);
                case "POLYGONAL" -> polygon(said).ifPresent(shapes::add);
                default -> {
                    // of a presentation state, not of an image
                }
            }
        }
        return shapes;
    }

    private Optional<Shape> rectangle() {
        double[] left = numbers(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 1);
        double[] right = numbers(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 1);
        double[] upper = numbers(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 1);
        double[] lower = numbers(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 1);
        if (left.length + right.length + upper.length + lower.length < 4) {
            return Optional.empty();
        }
        return Optional.of(
                (row, column) -> left[0] <= column && column <= right[0] && upper[0] <= row && row <= lower[0]);
    }

    private Optional<Shape> circle() {
        double[] center = numbers(Tag.CENTER_OF_CIRCULAR_SHUTTER, 2);
        double[] radius = numbers(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 1);
        if (center.length + radius.length < 3) {
            return Optional.empty();
        }
        return Optional.of((row, column) -> Math.hypot(row - center[0], column - center[1]) <= radius[0]);
    }

    /** Corners as pairs of row and column, in order. */
    private Optional<Shape> polygon(DataSet said) {
        double[] corners = numbers(
                Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER,
                said.decimals(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER).length / 2 * 2);
        return Optional.of(corners)
                .filter(pairs -> pairs.length >= 6)
                .map(pairs -> (row, column) -> isWithin(pairs, row, column));
    }

    /** Whether a ray to the right crosses the outline an odd number of times, or the point lies on it. */
    private static boolean isWithin(double[] corners, int row, int column) {
        boolean within = false;
        for (int i = 0, before = corners.length - 2; i < corners.length; before = i, i += 2) {
            double up = corners[i] - row;
            double upBefore = corners[before] - row;
            double across = corners[i + 1] - column;
            double acrossBefore = corners[before + 1] - column;
            double turn = up * acrossBefore - across * upBefore;
            if (turn == 0 && up * upBefore <= 0 && across * acrossBefore <= 0) {
                return true;
            }
            if (up > 0 != upBefore > 0 && turn > 0 == up > upBefore) {
                within = !within;
            }
        }
        return within;
    }

    private double[] numbers(int attribute, int count) {
        return groups.geometry(Tag.FRAME_DISPLAY_SHUTTER_SEQUENCE, attribute, count);
    }
}
