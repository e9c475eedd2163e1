package br.com.redcheck.dicom.lettering;

import java.awt.Font;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** How much of what was written on films that nobody has learned from, in fonts likewise, is found; and what else is. */
final class LetteringMeasure {
    private static final int FILMS = 200;

    /** Lines are told apart by how much they change the film, in 255ths. */
    private static final int[] CONTRASTS = {25, 40, 80, 256};

    /** Around a line, the pixels that may be covered with it. */
    private static final int AROUND = 8;

    private final List<Films.Film> films;
    private final List<Font> fonts;
    private final int[] lines = new int[CONTRASTS.length];
    private final int[] covered = new int[CONTRASTS.length];
    private double needless;
    private int spoiled;

    LetteringMeasure(List<Films.Film> films, List<Font> fonts) {
        this.films = films;
        this.fonts = fonts;
    }

    /** Prints a table: by contrast, the lines of which at least 99 % of the ink is covered. */
    void print(Lettering lettering) {
        for (int film = 0; film < FILMS; film++) {
            Random random = new Random(1000 + film);
            Scene scene = new Scenes(films, fonts, random).whole(650 + random.nextInt(250));
            add(scene, lettering.find(scene.picture()));
        }
        for (int i = 0; i < CONTRASTS.length; i++) {
            System.out.printf("contrast below %d: %d of %d lines covered%n", CONTRASTS[i], covered[i], lines[i]);
        }
        System.out.printf(
                "covered elsewhere: %.3f %% of the pixels; more than 1 %% in %d of %d films%n",
                100 * needless / FILMS, spoiled, FILMS);
    }

    private void add(Scene scene, List<Box> found) {
        BitSet mask = new BitSet();
        found.forEach(box -> set(mask, scene, box, true));
        for (Scene.Line line : scene.lines) {
            int group = 0;
            while (line.contrast() >= CONTRASTS[group]) {
                group++;
            }
            lines[group]++;
            BitSet ink = scene.ink(line);
            int all = ink.cardinality();
            ink.and(mask);
            covered[group] += ink.cardinality() >= 0.99 * all ? 1 : 0;
        }
        scene.lines.forEach(line -> set(mask, scene, line.box().grown(AROUND), false));
        double part = (double) mask.cardinality() / scene.values.length;
        needless += part;
        spoiled += part > 0.01 ? 1 : 0;
    }

    private static void set(BitSet mask, Scene scene, Box box, boolean value) {
        Box inside = box.within(scene.columns, scene.rows);
        for (int y = inside.y(); y < inside.bottom(); y++) {
            mask.set(y * scene.columns + inside.x(), y * scene.columns + Math.max(inside.x(), inside.right()), value);
        }
    }
}
