package br.com.redcheck.dicom.lettering;

import java.util.ArrayList;
import java.util.List;

/** Makes rectangles around lines out of the evidence for letters in each cell. Its boxes are in cells until the end. */
final class Lines {
    /** A line has at least so many cells … */
    private static final int ENOUGH = 6;

    /** … of so much evidence: vessels and ribs that look like letters do so in few places only. */
    private static final float CERTAIN = 3;

    /** A line goes on over cells of so much evidence, on average over its height. */
    private static final float TRACE = -3;

    /** Words of a line lie no further apart than so many times its height. */
    private static final double GAP = 2.5;

    /** Words of a line share so much of its height. */
    private static final double SHARED = 0.6;

    /** Overlapping rectangles become one unless that is so much larger than both together. */
    private static final double LARGER = 1.3;

    /** With more words than this the picture is a page; a hostile one shall not keep us busy either. */
    private static final int PAGE = 2000;

    /** Room around the letters, by their height: accents, descenders, soft edges, and what JPEG makes of these; … */
    private static final double MARGIN = 0.2;

    /** … but never fewer pixels than this. */
    private static final int LEAST_MARGIN = 4;

    private final Planes evidence;

    private Lines(Planes evidence) {
        this.evidence = evidence;
    }

    static List<Box> of(Planes evidence, int columns, int rows) {
        List<Box> words = Words.of(evidence);
        if (words.size() > PAGE) {
            return List.of(
                    pixels(words.stream().reduce(Box::with).orElseThrow()).within(columns, rows));
        }
        Lines lines = new Lines(evidence);
        return joined(joined(words).stream().map(lines::prolonged).toList()).stream()
                .filter(line -> certain(line, evidence).size() >= ENOUGH)
                .map(line -> pixels(line).within(columns, rows))
                .toList();
    }

    private static Box pixels(Box line) {
        int side = Network.CELL;
        int margin = (int) Math.max(LEAST_MARGIN, Math.round(MARGIN * side * Math.min(line.width(), line.height())));
        return new Box(side * line.x(), side * line.y(), side * line.width(), side * line.height()).grown(margin);
    }

    /** The cells of a line, itself in cells, that speak for letters beyond doubt. */
    static List<Box> certain(Box line, Planes evidence) {
        List<Box> cells = new ArrayList<>();
        for (int y = line.y(); y < line.bottom(); y++) {
            for (int x = line.x(); x < line.right(); x++) {
                if (evidence.values[evidence.row(0, y) + x] > CERTAIN) {
                    cells.add(new Box(x, y, 1, 1));
                }
            }
        }
        return cells;
    }

    /** Longer at both ends as far as there are traces: a line may pass over a part of the film of its own brightness. */
    private Box prolonged(Box line) {
        boolean lying = line.width() >= line.height();
        Box longer = line;
        for (int ahead = -1; ahead <= 1; ahead += 2) {
            for (Box end = end(longer, ahead, lying); mean(end) > TRACE; end = end(longer, ahead, lying)) {
                longer = longer.with(end);
            }
        }
        return longer;
    }

    /** The column of cells, or row of an upright line, before ({@code -1}) or behind ({@code 1}) a line. */
    private static Box end(Box line, int ahead, boolean lying) {
        return lying
                ? new Box(ahead < 0 ? line.x() - 1 : line.right(), line.y(), 1, line.height())
                : new Box(line.x(), ahead < 0 ? line.y() - 1 : line.bottom(), line.width(), 1);
    }

    /** The mean evidence; there is none beyond the picture. */
    private double mean(Box box) {
        if (box.x() < 0 || box.y() < 0 || box.right() > evidence.columns || box.bottom() > evidence.rows) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                sum += evidence.values[evidence.row(0, y) + x];
            }
        }
        return sum / box.area();
    }

    /** Joins what stands in one line until nothing is left to join. */
    private static List<Box> joined(List<Box> words) {
        List<Box> lines = new ArrayList<>();
        for (Box word : words) {
            Box line = word;
            for (int i = 0; i < lines.size(); i++) {
                if (together(line, lines.get(i))) {
                    line = line.with(lines.remove(i));
                    i = -1;
                }
            }
            lines.add(line);
        }
        return lines;
    }

    private static boolean together(Box a, Box b) {
        return (a.overlaps(b) && a.with(b).area() <= LARGER * (a.area() + b.area()))
                || inLine(a, b)
                || inLine(a.turned(), b.turned());
    }

    private static boolean inLine(Box a, Box b) {
        int gap = Math.max(a.x(), b.x()) - Math.min(a.right(), b.right());
        int shared = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        int height = Math.max(a.height(), b.height());
        return shared > SHARED * height && gap <= GAP * height && a.width() + b.width() > 1.5 * height;
    }
}
