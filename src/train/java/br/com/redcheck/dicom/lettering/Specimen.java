package br.com.redcheck.dicom.lettering;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A picture to learn from.
 *
 * @param picture what the network gets of it
 * @param letters by cell of the network, 1 where letters are
 * @param weights by cell, how much a wrong answer counts: 0 where it is in doubt whether there are letters
 */
@SuppressWarnings("ArrayRecordComponent") // made once, used once
record Specimen(Planes picture, float[] letters, float[] weights) {
    /** Rows and columns in pixels. */
    static final int SIDE = 192;

    private static final int CELLS = SIDE / Network.CELL;

    /** Lines that change the film by less than this, of 255, are as good as unreadable. */
    private static final double LEGIBLE = 20;

    /** What a cell counts where the film had letters, as the teacher thinks, before we wrote on it. */
    private static final float DOUBTFUL = 0.05f;

    /** @param before the scene before anything was written on it */
    static Specimen of(Scene scene, GrayPicture before, @Nullable Network teacher) {
        float[] weights = new float[CELLS * CELLS];
        Arrays.fill(weights, 1);
        if (teacher != null && scene.mayCarryLetters) {
            Planes evidence = teacher.evidence(Lettering.contrast(before));
            for (int i = 0; i < weights.length; i++) {
                if (evidence.values[evidence.row(0, i / CELLS) + i % CELLS] > 1) {
                    weights[i] = DOUBTFUL;
                }
            }
        }
        Specimen specimen = new Specimen(Lettering.contrast(scene.picture()), new float[weights.length], weights);
        scene.lines.forEach(specimen::mark);
        return specimen;
    }

    /** Cells that lie in the line for the most part hold letters; those that it only touches are left in doubt. */
    private void mark(Scene.Line line) {
        int side = Network.CELL;
        for (int cell = 0; cell < letters.length; cell++) {
            Box square = new Box(side * (cell % CELLS), side * (cell / CELLS), side, side);
            if (line.box().overlaps(square)) {
                Box shared = line.box().common(square);
                boolean most = 2 * shared.width() * shared.height() >= side * side;
                boolean legible = line.contrast() >= LEGIBLE;
                letters[cell] = most && legible ? 1 : 0;
                weights[cell] = most && legible ? 1 : 0;
            }
        }
    }
}
