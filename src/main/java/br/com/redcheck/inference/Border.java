package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What lies around the film in a picture and has one value throughout: rows and columns at the edge, the corners of a picture that was
 * turned, what is outside a circular, rectangular or many-sided shutter.
 *
 * <p>Of the value that a corner of the picture has, all is taken that lies outside the outline of the other values, and only where they
 * run along that outline. So a collimated border with the least noise is film, and so is air that is as black as can be: it lies between
 * neck and shoulder, and film touches its outline at two points only.
 */
final class Border {
    /** Less of a picture than this moves no percentile. */
    private static final double LEAST = 0.001;

    /** So much of a straight piece of the outline must be film. */
    private static final double SHARE = 0.5;

    private static final double ROUNDING = 1e-6;

    private final GrayFrame frame;
    private final float value;
    private final double[] left;
    private final double[] right;

    /** What of a value lies around others. */
    private Border(GrayFrame frame, float value) {
        this.frame = frame;
        this.value = value;
        this.left = new double[frame.rows()];
        this.right = IntStream.range(0, frame.rows())
                .mapToDouble(row -> frame.columns() - 1)
                .toArray();
    }

    /** Which pixels are the border; none where there is none, or nothing else. */
    static BitSet of(GrayFrame frame) {
        int last = frame.values().length - 1;
        BitSet border = new BitSet();
        IntStream.of(0, frame.columns() - 1, last - frame.columns() + 1, last)
                .mapToObj(corner -> frame.values()[corner])
                .distinct()
                .map(value -> new Border(frame, value).outside())
                .filter(outside -> outside.cardinality() >= LEAST * frame.values().length)
                .forEach(border::or);
        return border.cardinality() == frame.values().length ? new BitSet() : border;
    }

    private BitSet outside() {
        List<Outline.Point> ends =
                IntStream.range(0, frame.rows()).boxed().flatMap(this::ends).toList();
        Outline.of(ends).edges().stream().filter(this::runsAlongFilm).forEach(this::cut);
        BitSet outside = new BitSet();
        for (int row = 0; row < frame.rows(); row++) {
            for (int column = 0; column < frame.columns(); column++) {
                outside.set(
                        row * frame.columns() + column,
                        column < left[row] - ROUNDING || column > right[row] + ROUNDING);
            }
        }
        return outside;
    }

    /** The first and the last pixel of a row that are film. */
    private Stream<Outline.Point> ends(int row) {
        int from = 0;
        while (from < frame.columns() && !isFilm(row, from)) {
            from++;
        }
        if (from == frame.columns()) {
            return Stream.empty();
        }
        int to = frame.columns();
        while (!isFilm(row, to - 1)) {
            to--;
        }
        return Stream.of(new Outline.Point(from, row), new Outline.Point(to - 1, row));
    }

    private boolean isFilm(int row, int column) {
        int place = row * frame.columns() + column;
        return frame.values()[place] != value && !frame.padding().get(place);
    }

    /** Looks at each step of a pixel's length at the pixel there and the next one inside: a slanting line has steps. */
    private boolean runsAlongFilm(Outline.Edge edge) {
        int steps = Math.max((int) edge.length(), 1);
        long film = IntStream.range(0, steps)
                .mapToDouble(step -> (step + 0.5) / steps)
                .filter(part -> isFilm(edge, part, 0) || isFilm(edge, part, 1))
                .count();
        return film >= SHARE * steps;
    }

    private boolean isFilm(Outline.Edge edge, double part, double depth) {
        int column = (int) Math.rint(edge.x(part, depth));
        int row = (int) Math.rint(edge.y(part, depth));
        return column >= 0 && column < frame.columns() && row >= 0 && row < frame.rows() && isFilm(row, column);
    }

    private void cut(Outline.Edge edge) {
        for (int row = 0; row < frame.rows(); row++) {
            double down = row - edge.from().y();
            if (edge.down() == 0) {
                right[row] = down * edge.across() < 0 ? -1 : right[row];
            } else {
                double column = edge.from().x() + down * edge.across() / edge.down();
                left[row] = edge.down() < 0 ? Math.max(left[row], column) : left[row];
                right[row] = edge.down() > 0 ? Math.min(right[row], column) : right[row];
            }
        }
    }
}
