package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.model.ModelCard.Percentiles;
import br.com.redcheck.model.Shape;
import java.util.List;

/**
 * What of a film shows how it was taken and how it is held: its light and dark in the large, and which way its edges run in each part
 * (histograms of oriented gradients; Dalal and Triggs, 2005; here with their sign, since a rib of a negative is dark).
 */
final class ViewFeatures {
    /** Rows and columns of the picture that is looked at. */
    static final int SIDE = 96;

    /** Parts of the picture in which gray values are averaged, along each side, */
    private static final int BLOCKS = 16;

    /** and in which edges are counted. */
    private static final int CELLS = 12;

    private static final int DIRECTIONS = 8;

    /** How many numbers there are. */
    static final int COUNT = BLOCKS * BLOCKS + CELLS * CELLS * DIRECTIONS;

    /** Both kinds of numbers weigh about the same in a sum. */
    private static final double WEIGHT_OF_GRAY = 0.5;

    private static final double WEIGHT_OF_EDGES = 3;

    /** Edges weaker than this part of the usual do not fill a cell's histogram. */
    private static final double QUIET = 0.3;

    private static final Preparation PREPARATION =
            new Preparation(new Percentiles(1, 99, true), new Shape(List.of(SIDE, SIDE, 1)));

    private ViewFeatures() {}

    /** The picture that is looked at: gray values from 0 to 1, without what is around the film. */
    static float[] picture(GrayFrame film) {
        return PREPARATION.prepare(film).values();
    }

    /** The numbers of such a picture. */
    static float[] of(float[] picture) {
        float[] features = new float[COUNT];
        gray(picture, features);
        edges(picture, features);
        return features;
    }

    private static void gray(float[] picture, float[] features) {
        int block = SIDE / BLOCKS;
        double[] means = new double[BLOCKS * BLOCKS];
        double mean = 0;
        for (int i = 0; i < picture.length; i++) {
            means[i / SIDE / block * BLOCKS + i % SIDE / block] += picture[i] / (double) (block * block);
            mean += picture[i] / (double) picture.length;
        }
        double variance = 0;
        for (double value : means) {
            variance += (value - mean) * (value - mean) / means.length;
        }
        double deviation = Math.sqrt(variance) + 1e-6;
        for (int i = 0; i < means.length; i++) {
            features[i] = (float) (WEIGHT_OF_GRAY * (means[i] - mean) / deviation);
        }
    }

    private static void edges(float[] picture, float[] features) {
        double[] strengths = new double[CELLS * CELLS * DIRECTIONS];
        double sum = 0;
        int cell = SIDE / CELLS;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double right = slope(picture, y * SIDE, x, 1);
                double down = slope(picture, x, y, SIDE);
                double strength = Math.hypot(right, down);
                double direction = (Math.atan2(down, right) / (2 * Math.PI) + 0.5) * DIRECTIONS;
                int lower = (int) direction;
                int at = (y / cell * CELLS + x / cell) * DIRECTIONS;
                strengths[at + lower % DIRECTIONS] += strength * (lower + 1 - direction);
                strengths[at + (lower + 1) % DIRECTIONS] += strength * (direction - lower);
                sum += strength;
            }
        }
        double quiet = QUIET * sum / (CELLS * CELLS) + 1e-6;
        for (int at = 0; at < strengths.length; at += DIRECTIONS) {
            double all = quiet;
            for (int i = at; i < at + DIRECTIONS; i++) {
                all += strengths[i];
            }
            for (int i = at; i < at + DIRECTIONS; i++) {
                features[BLOCKS * BLOCKS + i] = (float) (WEIGHT_OF_EDGES * strengths[i] / all);
            }
        }
    }

    /** Half the difference of the neighbours, at the ends of a line the whole to the only one. */
    private static double slope(float[] picture, int line, int place, int step) {
        int before = Math.max(place - 1, 0);
        int after = Math.min(place + 1, SIDE - 1);
        return (picture[line + after * step] - picture[line + before * step]) / (double) (after - before);
    }
}
