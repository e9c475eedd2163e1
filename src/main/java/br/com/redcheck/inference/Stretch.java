package br.com.redcheck.inference;

import java.util.Arrays;

/**
 * Changes a gray picture's size by bilinear interpolation that does not alias: the triangle that weighs the neighbours of a new
 * pixel grows with the reduction, so every old pixel counts. First along the rows, then along the columns, in floating point.
 */
final class Stretch {
    /** For each new pixel the first old one that counts, and the weights from there on; their sum is 1. */
    private record Axis(int[] first, double[][] weights) {
        static Axis of(int from, int to) {
            double scale = (double) from / to;
            double support = Math.max(scale, 1);
            int[] first = new int[to];
            double[][] weights = new double[to][];
            for (int i = 0; i < to; i++) {
                double center = (i + 0.5) * scale;
                first[i] = Math.max((int) (center - support + 0.5), 0);
                int end = Math.min((int) (center + support + 0.5), from);
                weights[i] = triangle(first[i], end, center, support);
            }
            return new Axis(first, weights);
        }

        private static double[] triangle(int first, int end, double center, double support) {
            double[] weights = new double[end - first];
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                double distance = Math.abs((first + j + 0.5 - center) / support);
                weights[j] = Math.max(1 - distance, 0);
                sum += weights[j];
            }
            for (int j = 0; j < weights.length; j++) {
                weights[j] /= sum;
            }
            return weights;
        }
    }

    private Stretch() {}

    /** Stretches {@code rows} by {@code columns} values to {@code height} by {@code width}. */
    static float[] of(float[] values, int rows, int columns, int height, int width) {
        return alongColumns(alongRows(values, rows, columns, width), rows, width, height);
    }

    private static float[] alongRows(float[] values, int rows, int columns, int width) {
        Axis axis = Axis.of(columns, width);
        float[] narrow = new float[rows * width];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x++) {
                double[] weights = axis.weights()[x];
                int from = y * columns + axis.first()[x];
                double sum = 0;
                for (int j = 0; j < weights.length; j++) {
                    sum += weights[j] * values[from + j];
                }
                narrow[y * width + x] = (float) sum;
            }
        }
        return narrow;
    }

    private static float[] alongColumns(float[] values, int rows, int width, int height) {
        Axis axis = Axis.of(rows, height);
        float[] small = new float[height * width];
        double[] row = new double[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(row, 0);
            double[] weights = axis.weights()[y];
            for (int j = 0; j < weights.length; j++) {
                int from = (axis.first()[y] + j) * width;
                for (int x = 0; x < width; x++) {
                    row[x] += weights[j] * values[from + x];
                }
            }
            for (int x = 0; x < width; x++) {
                small[y * width + x] = (float) row[x];
            }
        }
        return small;
    }
}
