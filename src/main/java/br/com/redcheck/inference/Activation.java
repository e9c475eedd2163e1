package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import tools.jackson.databind.JsonNode;

/** What a layer does to its sums, in place. */
@FunctionalInterface
interface Activation {
    /** Leaves the sums as they are. */
    Activation LINEAR = (values, length, channels) -> {};

    /** What is negative becomes 0. */
    Activation RELU = relu(Float.POSITIVE_INFINITY);

    /** @param length how many of the values count: whole places of that many channels */
    void apply(float[] values, int length, int channels);

    /** A layer's own, or that of a layer that is nothing else. */
    static Activation of(NetworkLayer layer) {
        JsonNode settings = layer.settings();
        return switch (layer.type()) {
            case "ReLU" ->
                relu(
                        settings.path("max_value").isNumber()
                                ? settings.path("max_value").floatValue()
                                : Float.POSITIVE_INFINITY);
            case "Softmax" -> Activation::softmax;
            default -> named(settings.path("activation").asString("linear"));
        };
    }

    private static Activation named(String name) {
        return switch (name) {
            case "linear" -> LINEAR;
            case "relu" -> RELU;
            case "relu6" -> relu(6);
            case "sigmoid" -> Activation::sigmoid;
            case "tanh" -> Activation::tanh;
            case "swish", "silu" -> Activation::swish;
            case "hard_silu" -> Activation::hardSwish;
            case "softmax" -> Activation::softmax;
            default -> throw new IllegalStateException("activation " + name + " is not computed here");
        };
    }

    private static Activation relu(float most) {
        return (values, length, channels) -> {
            for (int i = 0; i < length; i++) {
                values[i] = Math.min(Math.max(0, values[i]), most);
            }
        };
    }

    private static void sigmoid(float[] values, int length, int channels) {
        for (int i = 0; i < length; i++) {
            values[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
    }

    private static void swish(float[] values, int length, int channels) {
        for (int i = 0; i < length; i++) {
            values[i] = (float) (values[i] / (1 + Math.exp(-values[i])));
        }
    }

    private static void hardSwish(float[] values, int length, int channels) {
        for (int i = 0; i < length; i++) {
            values[i] *= Math.min(Math.max(0, values[i] + 3), 6) / 6;
        }
    }

    private static void tanh(float[] values, int length, int channels) {
        for (int i = 0; i < length; i++) {
            values[i] = (float) Math.tanh(values[i]);
        }
    }

    private static void softmax(float[] values, int length, int channels) {
        for (int from = 0; from < length; from += channels) {
            float greatest = values[from];
            for (int i = from; i < from + channels; i++) {
                greatest = Math.max(greatest, values[i]);
            }
            double sum = 0;
            for (int i = from; i < from + channels; i++) {
                values[i] = (float) Math.exp(values[i] - greatest);
                sum += values[i];
            }
            for (int i = from; i < from + channels; i++) {
                values[i] /= (float) sum;
            }
        }
    }
}
