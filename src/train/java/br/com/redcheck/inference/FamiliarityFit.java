package br.com.redcheck.inference;

import br.com.redcheck.model.Familiarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Mean and principal axes of features; a covariance with so many axes and one variance for the rest, as many of them as are asked for. */
final class FamiliarityFit {
    private static final int SWEEPS = 12;

    private final float[] mean;
    private final List<float[]> axes = new ArrayList<>();
    private final double[] variances;

    /** @param rows more than one, all of one length */
    FamiliarityFit(List<float[]> rows) {
        int features = rows.get(0).length;
        mean = new float[features];
        rows.forEach(row -> IntStream.range(0, features).forEach(i -> mean[i] += row[i] / rows.size()));
        double[][] products = products(rows);
        double[][] vectors = diagonalise(products);
        List<Integer> order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(i -> -products[i][i]))
                .limit(rows.size() - 1L)
                .toList();
        variances = order.stream()
                .mapToDouble(i -> products[i][i] / (rows.size() - 1))
                .toArray();
        order.forEach(i -> axes.add(axis(rows, vectors[i])));
    }

    /** The description with so many axes. */
    Familiarity with(int count, double limit) {
        return new Familiarity(mean, axes.subList(0, count), variances(count), rest(count), limit);
    }

    float[] mean() {
        return mean;
    }

    List<float[]> axes(int count) {
        return axes.subList(0, count);
    }

    float[] variances(int count) {
        float[] first = new float[count];
        for (int i = 0; i < count; i++) {
            first[i] = (float) variances[i];
        }
        return first;
    }

    /** The variance in each direction that no axis has. */
    double rest(int count) {
        return IntStream.range(count, variances.length)
                        .mapToDouble(i -> variances[i])
                        .sum()
                / (mean.length - count);
    }

    /** Products of the rows with each other, the mean taken off: fewer numbers than the covariance has, and the same variances. */
    private double[][] products(List<float[]> rows) {
        double[][] products = new double[rows.size()][rows.size()];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < mean.length; k++) {
                    products[i][j] += (double) (rows.get(i)[k] - mean[k]) * (rows.get(j)[k] - mean[k]);
                }
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    /** The rows weighted and summed up, to a length of 1. */
    private float[] axis(List<float[]> rows, double[] weights) {
        double[] sum = new double[mean.length];
        for (int i = 0; i < weights.length; i++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += weights[i] * (rows.get(i)[k] - mean[k]);
            }
        }
        double length = Math.sqrt(
                IntStream.range(0, sum.length).mapToDouble(k -> sum[k] * sum[k]).sum());
        float[] axis = new float[sum.length];
        for (int k = 0; k < axis.length; k++) {
            axis[k] = (float) (sum[k] / length);
        }
        return axis;
    }

    /** Jacobi's method: turns a symmetric matrix until its diagonal holds the eigenvalues; returns the eigenvectors, a row each. */
    private static double[][] diagonalise(double[][] matrix) {
        int size = matrix.length;
        double[][] vectors = new double[size][size];
        IntStream.range(0, size).forEach(i -> vectors[i][i] = 1);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    turn(matrix, vectors, p, q);
                }
            }
        }
        return vectors;
    }

    private static void turn(double[][] matrix, double[][] vectors, int p, int q) {
        if (Math.abs(matrix[p][q]) < 1e-12 * Math.sqrt(Math.abs(matrix[p][p] * matrix[q][q]))) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        mix(matrix[p], matrix[q], cosine, sine);
        for (double[] row : matrix) {
            double left = row[p];
            row[p] = cosine * left - sine * row[q];
            row[q] = sine * left + cosine * row[q];
        }
        mix(vectors[p], vectors[q], cosine, sine);
    }

    private static void mix(double[] one, double[] other, double cosine, double sine) {
        for (int k = 0; k < one.length; k++) {
            double left = one[k];
            one[k] = cosine * left - sine * other[k];
            other[k] = sine * left + cosine * other[k];
        }
    }
}
