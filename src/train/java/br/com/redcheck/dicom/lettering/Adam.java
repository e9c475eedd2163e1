package br.com.redcheck.dicom.lettering;

import java.util.Arrays;
import java.util.List;

/** The optimiser of Kingma and Ba (2015). */
final class Adam {
    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;

    private final Network network;
    private final double[][] means;
    private final double[][] squares;
    private int steps;

    Adam(Network network) {
        this.network = network;
        int[] sizes = network.layers().stream()
                .mapToInt(layer -> layer.weights().length + layer.biases().length)
                .toArray();
        means = Arrays.stream(sizes).mapToObj(double[]::new).toArray(double[][]::new);
        squares = Arrays.stream(sizes).mapToObj(double[]::new).toArray(double[][]::new);
    }

    void step(List<Gradient> batch, double rate) {
        steps++;
        for (int layer = 0; layer < means.length; layer++) {
            for (int i = 0; i < means[layer].length; i++) {
                change(layer, i, batch, rate);
            }
        }
    }

    /** @param i counts a layer's weights, then its biases */
    private void change(int layer, int i, List<Gradient> batch, double rate) {
        Convolution convolution = network.layers().get(layer);
        int weights = convolution.weights().length;
        boolean bias = i >= weights;
        int at = bias ? i - weights : i;
        double slope = batch.stream()
                .map(gradient -> gradient.layers().get(layer))
                .mapToDouble(slopes -> (bias ? slopes.biases() : slopes.weights())[at])
                .average()
                .orElseThrow();
        float[] values = bias ? convolution.biases() : convolution.weights();
        values[at] -= (float) (rate * direction(layer, i, slope));
    }

    private double direction(int layer, int i, double slope) {
        means[layer][i] = MEAN_DECAY * means[layer][i] + (1 - MEAN_DECAY) * slope;
        squares[layer][i] = SQUARE_DECAY * squares[layer][i] + (1 - SQUARE_DECAY) * slope * slope;
        double mean = means[layer][i] / (1 - Math.pow(MEAN_DECAY, steps));
        double square = squares[layer][i] / (1 - Math.pow(SQUARE_DECAY, steps));
        return mean / (Math.sqrt(square) + 1e-8);
    }
}
