package br.com.redcheck.dicom.lettering;

import java.util.ArrayList;
import java.util.List;

/** What each weight of a network would change in the loss of one specimen: back-propagation, layer by layer. */
final class Gradient {
    /** Rows that are worked on at a time; all planes have a multiple of it. */
    private static final int LINES = 16;

    private final Network network;
    private final List<Planes> inputs = new ArrayList<>();
    private final List<Convolution> layers = new ArrayList<>();
    private double loss;

    private Gradient(Network network) {
        this.network = network;
        for (Convolution layer : network.layers()) {
            layers.add(Convolution.zero(layer.inputs(), layer.outputs(), layer.reach()));
        }
    }

    static Gradient of(Network network, Specimen specimen) {
        Gradient gradient = new Gradient(network);
        Planes evidence = gradient.forward(specimen.picture());
        gradient.backward(gradient.lossOf(evidence, specimen));
        return gradient;
    }

    /** The slope of the loss by each weight and bias, in the shape of the network. */
    List<Convolution> layers() {
        return layers;
    }

    double loss() {
        return loss;
    }

    private Planes forward(Planes picture) {
        Planes planes = picture;
        for (int i = 0; i < network.layers().size(); i++) {
            Planes in = i < Network.FOLDINGS ? planes.folded() : planes;
            inputs.add(in);
            planes = network.layers().get(i).apply(in, i < network.layers().size() - 1);
        }
        return planes;
    }

    /** Cross entropy; where there are letters it counts by the specimen's weights. Returns its slope by the evidence. */
    private Planes lossOf(Planes evidence, Specimen specimen) {
        Planes slope = new Planes(1, evidence.rows, evidence.columns);
        double scale = 1.0 / (evidence.rows * evidence.columns);
        for (int y = 0; y < evidence.rows; y++) {
            for (int x = 0; x < evidence.columns; x++) {
                int cell = y * evidence.columns + x;
                int at = evidence.row(0, y) + x;
                double probability = 1 / (1 + Math.exp(-evidence.values[at]));
                double target = specimen.letters()[cell];
                double weight = specimen.weights()[cell] * scale;
                double hit = target > 0.5 ? probability : 1 - probability;
                loss -= weight * Math.log(Math.max(hit, 1e-9));
                slope.values[at] = (float) (weight * (probability - target));
            }
        }
        return slope;
    }

    private void backward(Planes slope) {
        Planes above = slope;
        for (int i = layers.size() - 1; i >= 0; i--) {
            Planes in = inputs.get(i);
            weights(layers.get(i), in, above);
            if (i > 0) {
                Planes below = transposed(network.layers().get(i)).apply(above, false);
                extinguish(below, in);
                above = i < Network.FOLDINGS ? unfolded(below) : below;
            }
        }
    }

    private static void weights(Convolution gradient, Planes in, Planes slope) {
        int taps = gradient.weights().length / gradient.outputs();
        float[][] products = new float[gradient.weights().length][LINES * in.columns];
        float[][] met = new float[taps][LINES * in.columns];
        for (int y = 0; y < in.rows; y += LINES) {
            gradient.meet(in, y, met);
            float[] slopes = new float[LINES * in.columns];
            for (int output = 0; output < gradient.outputs(); output++) {
                slope.get(output, y, 0, slopes);
                for (int tap = 0; tap < taps; tap++) {
                    multiply(met[tap], slopes, products[output * taps + tap]);
                }
            }
        }
        for (int weight = 0; weight < products.length; weight++) {
            gradient.weights()[weight] = sum(products[weight]);
        }
        for (int output = 0; output < gradient.outputs(); output++) {
            gradient.biases()[output] = total(slope, output);
        }
    }

    private static void multiply(float[] values, float[] slopes, float[] products) {
        for (int x = 0; x < products.length; x++) {
            products[x] += values[x] * slopes[x];
        }
    }

    private static float sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return (float) sum;
    }

    private static float total(Planes planes, int channel) {
        double sum = 0;
        for (int y = 0; y < planes.rows; y++) {
            int row = planes.row(channel, y);
            for (int x = 0; x < planes.columns; x++) {
                sum += planes.values[row + x];
            }
        }
        return (float) sum;
    }

    /** The convolution that carries slopes from the outputs back to the inputs. */
    private static Convolution transposed(Convolution layer) {
        Convolution back = Convolution.zero(layer.outputs(), layer.inputs(), layer.reach());
        int taps = layer.reach() == 0 ? 1 : 9;
        for (int output = 0; output < layer.outputs(); output++) {
            for (int input = 0; input < layer.inputs(); input++) {
                for (int tap = 0; tap < taps; tap++) {
                    back.weights()[(input * layer.outputs() + output) * taps + taps - 1 - tap] =
                            layer.weights()[(output * layer.inputs() + input) * taps + tap];
                }
            }
        }
        return back;
    }

    /** No slope passes where the layer below was rectified. */
    private static void extinguish(Planes slope, Planes value) {
        for (int i = 0; i < slope.values.length; i++) {
            if (value.values[i] <= 0) {
                slope.values[i] = 0;
            }
        }
    }

    private static Planes unfolded(Planes folded) {
        Planes planes = new Planes(folded.channels / 4, 2 * folded.rows, 2 * folded.columns);
        for (int channel = 0; channel < folded.channels; channel++) {
            for (int y = 0; y < folded.rows; y++) {
                int from = folded.row(channel, y);
                int to = planes.row(channel / 4, 2 * y + (channel >> 1 & 1)) + (channel & 1);
                for (int x = 0; x < folded.columns; x++) {
                    planes.values[to + 2 * x] = folded.values[from + x];
                }
            }
        }
        return planes;
    }
}
