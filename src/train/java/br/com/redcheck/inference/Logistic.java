package br.com.redcheck.inference;

import java.util.ArrayList;
import java.util.List;

/** Logistic regression with a penalty on large weights, fitted by Adam (Kingma and Ba, 2015) on all examples at once. */
final class Logistic {
    private static final int STEPS = 300;
    private static final double RATE = 0.02;
    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.99;

    /** What the squares of all weights weigh beside the loss of one example. */
    private static final double PENALTY = 100;

    private final List<float[]> rows = new ArrayList<>();
    private final List<Boolean> answers = new ArrayList<>();

    void add(float[] features, boolean answer) {
        rows.add(features);
        answers.add(answer);
    }

    /** The weights of the features, and behind them the bias. */
    double[] fitted() {
        int features = rows.get(0).length;
        double[] weights = new double[features + 1];
        double[] means = new double[features + 1];
        double[] squares = new double[features + 1];
        for (int step = 1; step <= STEPS; step++) {
            double[] slopes = slopes(weights);
            double rate = RATE * (0.5 + 0.5 * Math.cos(Math.PI * step / STEPS));
            for (int i = 0; i <= features; i++) {
                means[i] = MEAN_DECAY * means[i] + (1 - MEAN_DECAY) * slopes[i];
                squares[i] = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * slopes[i] * slopes[i];
                double mean = means[i] / (1 - Math.pow(MEAN_DECAY, step));
                double square = squares[i] / (1 - Math.pow(SQUARE_DECAY, step));
                weights[i] -= rate * mean / (Math.sqrt(square) + 1e-9);
            }
        }
        return weights;
    }

    private double[] slopes(double[] weights) {
        int features = weights.length - 1;
        double[] slopes = new double[weights.length];
        for (int i = 0; i < features; i++) {
            slopes[i] = PENALTY * weights[i] / rows.size();
        }
        for (int row = 0; row < rows.size(); row++) {
            float[] values = rows.get(row);
            double sum = weights[features];
            for (int i = 0; i < features; i++) {
                sum += weights[i] * values[i];
            }
            double slope = (1 / (1 + Math.exp(-sum)) - (answers.get(row) ? 1 : 0)) / rows.size();
            for (int i = 0; i < features; i++) {
                slopes[i] += slope * values[i];
            }
            slopes[features] += slope;
        }
        return slopes;
    }
}
