package br.com.redcheck.model;

/** How much each of some channels speaks for each class: a matrix, channels by classes. */
final class Weighting {
    private final int channels;
    private final int classes;
    private final double[] values;

    private Weighting(int channels, int classes, double[] values) {
        this.channels = channels;
        this.classes = classes;
        this.values = values;
    }

    /** Each class hears its own channel. */
    static Weighting none(int classes) {
        double[] values = new double[classes * classes];
        for (int i = 0; i < classes; i++) {
            values[i * classes + i] = 1;
        }
        return new Weighting(classes, classes, values);
    }

    /** What the inputs of a dense layer say, if this is what its units do. */
    Weighting after(Tensor kernel) {
        int inputs = kernel.shape().size(kernel.shape().sizes().size() - 2);
        double[] sums = new double[inputs * classes];
        for (int i = 0; i < inputs; i++) {
            for (int unit = 0; unit < channels; unit++) {
                for (int c = 0; c < classes; c++) {
                    sums[i * classes + c] += kernel.values()[i * channels + unit] * values[unit * classes + c];
                }
            }
        }
        return new Weighting(inputs, classes, sums);
    }

    /** What channels say before each was multiplied by a factor of its own. */
    Weighting after(double[] factors) {
        double[] products = new double[values.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = values[i] * factors[i / classes];
        }
        return new Weighting(channels, classes, products);
    }

    Tensor tensor() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return new Tensor("map", Shape.of(channels, classes), floats);
    }
}
