package br.com.redcheck.dicom.lettering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Makes rectangles around lines out of the evidence for letters in each cell. Its boxes are in cells until the end. */
final class Lines {
    static float LIKELY = 1.0f;
    static float POSSIBLE = -0.5f;
    static float TRACE = -2.5f;
    static int FEWEST = 10;
    static double GAP = 2.5;
    static double FULL = 0.5;

    private final Planes evidence;
    private final BitSet seen = new BitSet();

    private Lines(Planes evidence) {
        this.evidence = evidence;
    }

    static List<Box> of(Planes evidence, int columns, int rows) {
        Lines lines = new Lines(evidence);
        List<Box> boxes = new ArrayList<>();
        for (Box line :
                joined(joined(lines.words()).stream().map(lines::prolonged).toList())) {
            int side = Network.CELL;
            int margin = Math.max(2, (int) Math.round(0.15 * side * Math.min(line.width(), line.height())));
            boxes.add(new Box(side * line.x(), side * line.y(), side * line.width(), side * line.height())
                    .grown(margin)
                    .within(columns, rows));
        }
        return List.copyOf(boxes);
    }

    private List<Box> words() {
        List<Box> words = new ArrayList<>();
        for (int y = 0; y < evidence.rows; y++) {
            for (int x = 0; x < evidence.columns; x++) {
                if (at(x, y) > LIKELY && !seen.get(y * evidence.columns + x)) {
                    List<Integer> cells = connected(y * evidence.columns + x);
                    if (cells.size() >= FEWEST) {
                        split(cells, words);
                    }
                }
            }
        }
        return words;
    }

    private float at(int x, int y) {
        return evidence.values[evidence.row(0, y) + x];
    }

    /** The cells with evidence that can be reached from one. */
    private List<Integer> connected(int cell) {
        List<Integer> cells = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(cell);
        seen.set(cell);
        while (!open.isEmpty()) {
            int next = open.remove();
            cells.add(next);
            Box around = new Box(next % evidence.columns, next / evidence.columns, 1, 1)
                    .grown(1)
                    .within(evidence.columns, evidence.rows);
            for (int y = around.y(); y < around.bottom(); y++) {
                for (int x = around.x(); x < around.right(); x++) {
                    int neighbour = y * evidence.columns + x;
                    if (at(x, y) > POSSIBLE && !seen.get(neighbour)) {
                        seen.set(neighbour);
                        open.add(neighbour);
                    }
                }
            }
        }
        return cells;
    }

    /** One rectangle around the cells if they fill it; else, since lines have met at an angle, several. */
    private void split(List<Integer> cells, List<Box> words) {
        Box box = around(cells);
        if (cells.size() >= FULL * area(box) || Math.min(box.width(), box.height()) < 6) {
            words.add(box);
            return;
        }
        List<Integer> best = List.of();
        int least = Integer.MAX_VALUE;
        for (int cut = 1; cut < box.width() + box.height() - 1; cut++) {
            int border = cut;
            List<Integer> first = cells.stream()
                    .filter(cell -> border < box.width()
                            ? cell % evidence.columns < box.x() + border
                            : cell / evidence.columns <= box.y() + border - box.width())
                    .toList();
            if (first.isEmpty() || first.size() == cells.size()) {
                continue;
            }
            List<Integer> second = new ArrayList<>(cells);
            second.removeAll(new java.util.HashSet<>(first));
            int area = area(around(first)) + area(around(second));
            if (area < least) {
                least = area;
                best = first;
            }
        }
        List<Integer> other = new ArrayList<>(cells);
        other.removeAll(new java.util.HashSet<>(best));
        split(best, words);
        split(other, words);
    }

    private Box around(List<Integer> cells) {
        Box box = new Box(cells.get(0) % evidence.columns, cells.get(0) / evidence.columns, 1, 1);
        for (int cell : cells) {
            box = box.with(new Box(cell % evidence.columns, cell / evidence.columns, 1, 1));
        }
        return box;
    }

    private static int area(Box box) {
        return box.width() * box.height();
    }

    /** Longer at both ends as far as there are traces of letters: a line may pass over a part of the film of its own brightness. */
    private Box prolonged(Box line) {
        boolean lying = line.width() >= line.height();
        Box longer = line;
        for (Box end = first(longer, lying); mean(end) > TRACE; end = first(longer, lying)) {
            longer = longer.with(end);
        }
        for (Box end = last(longer, lying); mean(end) > TRACE; end = last(longer, lying)) {
            longer = longer.with(end);
        }
        return longer;
    }

    private static Box first(Box line, boolean lying) {
        return lying
                ? new Box(line.x() - 1, line.y(), 1, line.height())
                : new Box(line.x(), line.y() - 1, line.width(), 1);
    }

    private static Box last(Box line, boolean lying) {
        return lying
                ? new Box(line.right(), line.y(), 1, line.height())
                : new Box(line.x(), line.bottom(), line.width(), 1);
    }

    /** The mean evidence; nothing lies beyond the picture. */
    private double mean(Box box) {
        if (box.x() < 0 || box.y() < 0 || box.right() > evidence.columns || box.bottom() > evidence.rows) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                sum += at(x, y);
            }
        }
        return sum / area(box);
    }

    /** Joins words that stand in one line until none is left to join. */
    private static List<Box> joined(List<Box> words) {
        List<Box> lines = new ArrayList<>(words);
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                if (together(lines.get(i), lines.get(j))) {
                    lines.set(i, lines.get(i).with(lines.remove(j)));
                    i = -1;
                    break;
                }
            }
        }
        return lines;
    }

    private static boolean together(Box a, Box b) {
        return (a.overlaps(b) && area(a.with(b)) <= 1.3 * (area(a) + area(b)))
                || inLine(a.x(), a.width(), b.x(), b.width(), a.y(), a.height(), b.y(), b.height())
                || inLine(a.y(), a.height(), b.y(), b.height(), a.x(), a.width(), b.x(), b.width());
    }

    private static boolean inLine(
            int x, int length, int otherX, int otherLength, int y, int height, int otherY, int otherHeight) {
        int gap = Math.max(x, otherX) - Math.min(x + length, otherX + otherLength);
        int shared = Math.min(y + height, otherY + otherHeight) - Math.max(y, otherY);
        int most = Math.max(height, otherHeight);
        return shared > 0.6 * most && gap <= GAP * most && length + otherLength > 1.5 * most;
    }
}
