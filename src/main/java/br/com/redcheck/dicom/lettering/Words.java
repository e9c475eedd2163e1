package br.com.redcheck.dicom.lettering;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Groups neighbouring cells with evidence for letters. */
final class Words {
    /** A group needs one cell of so much evidence (as a logit), … */
    private static final float LIKELY = 1;

    /** … and goes on as far as there is so much. */
    private static final float POSSIBLE = 0;

    /** Groups of fewer cells are not even a letter. */
    private static final int FEWEST = 6;

    /** A group that fills less of its rectangle is split: lines have met at an angle. */
    private static final double FULL = 0.5;

    /** Rectangles that are narrower are not split, in cells. */
    private static final int NARROW = 6;

    private final Planes evidence;
    private final BitSet seen = new BitSet();
    private final List<Box> found = new ArrayList<>();

    private Words(Planes evidence) {
        this.evidence = evidence;
    }

    /** Rectangles around the groups, in cells. */
    static List<Box> of(Planes evidence) {
        Words words = new Words(evidence);
        for (int y = 0; y < evidence.rows; y++) {
            for (int x = 0; x < evidence.columns; x++) {
                if (evidence.values[evidence.row(0, y) + x] > LIKELY) {
                    int[] group = words.connected(y * evidence.columns + x);
                    if (group.length >= FEWEST) {
                        words.split(group);
                    }
                }
            }
        }
        return words.found;
    }

    /** The cells with evidence that can be reached from one and have not been seen before. */
    private int[] connected(int start) {
        List<Integer> cells = new ArrayList<>();
        if (!seen.get(start)) {
            seen.set(start);
            cells.add(start);
        }
        for (int i = 0; i < cells.size(); i++) {
            Box around = box(cells.get(i)).grown(1).within(evidence.columns, evidence.rows);
            for (int y = around.y(); y < around.bottom(); y++) {
                for (int x = around.x(); x < around.right(); x++) {
                    int cell = y * evidence.columns + x;
                    if (evidence.values[evidence.row(0, y) + x] > POSSIBLE && !seen.get(cell)) {
                        seen.set(cell);
                        cells.add(cell);
                    }
                }
            }
        }
        return cells.stream().mapToInt(Integer::intValue).toArray();
    }

    /** One rectangle around the cells if they fill it, else several. */
    private void split(int[] cells) {
        Box box = around(cells);
        if (cells.length >= FULL * box.area() || Math.min(box.width(), box.height()) < NARROW) {
            found.add(box);
            return;
        }
        Cut upright = Cut.best(cells, cell -> cell % evidence.columns - box.x(), this::box, box.width());
        Cut lying = Cut.best(cells, cell -> cell / evidence.columns - box.y(), this::box, box.height());
        Cut cut = upright.area() <= lying.area() ? upright : lying;
        split(cut.before());
        split(cut.behind());
    }

    private Box box(int cell) {
        return new Box(cell % evidence.columns, cell / evidence.columns, 1, 1);
    }

    private Box around(int[] cells) {
        Box box = box(cells[0]);
        for (int cell : cells) {
            box = box.with(box(cell));
        }
        return box;
    }
}
