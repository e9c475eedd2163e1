package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;

/** What each type of layer computes, as its page of Keras' reference says. */
final class PlainLayer {
    private PlainLayer() {}

    /** Computes a layer's values; those of its inputs are left as they are. */
    static Grid compute(NetworkLayer layer, List<Grid> inputs) {
        Grid input = inputs.get(0);
        Grid results = Grid.of(layer.output());
        switch (layer.type()) {
            case "Conv2D" ->
                PlainWindow.of(layer).convolve(input, layer.weights("kernel").values(), results);
            case "SeparableConv2D" -> separable(layer, input, results);
            case "MaxPooling2D" -> PlainWindow.of(layer).greatest(input, results);
            case "AveragePooling2D" -> PlainWindow.of(layer).mean(input, results);
            case "GlobalAveragePooling2D" -> overallMean(input, results);
            case "Dense" -> dense(input, layer.weights("kernel").values(), results);
            case "BatchNormalization" -> normalize(layer, input, results);
            case "DepthwiseConv2D" ->
                PlainWindow.of(layer).depthwise(input, layer.weights("kernel").values(), results);
            case "Normalization" -> standardize(layer, input, results);
            case "Rescaling" -> rescale(layer, input, results);
            case "ZeroPadding2D" -> shift(layer.settings().path("padding"), 1, input, results);
            case "Cropping2D" -> shift(layer.settings().path("cropping"), -1, input, results);
            case "Add" -> meet(inputs, results, Float::sum);
            case "Average" -> meet(inputs, results, Float::sum, inputs.size());
            case "Subtract" -> meet(inputs, results, (x, y) -> x - y);
            case "Multiply" -> meet(inputs, results, (x, y) -> x * y);
            case "Maximum" -> meet(inputs, results, Math::max);
            case "Minimum" -> meet(inputs, results, Math::min);
            case "Concatenate" -> concatenate(inputs, results);
            case "Flatten", "Reshape", "Activation", "ReLU", "Softmax" ->
                System.arraycopy(input.values(), 0, results.values(), 0, results.values().length);
            default -> throw new IllegalStateException(layer.type() + " is not computed here");
        }
        layer.weight("bias").ifPresent(bias -> addBias(bias, results));
        activate(layer, results);
        return results;
    }

    private static void separable(NetworkLayer layer, Grid input, Grid results) {
        Tensor depthwise = layer.weights("depthwise_kernel");
        int channels =
                depthwise.shape().sizes().get(2) * depthwise.shape().sizes().get(3);
        Grid between = new Grid(
                results.height(), results.width(), channels, new float[results.height() * results.width() * channels]);
        PlainWindow.of(layer).depthwise(input, depthwise.values(), between);
        PlainWindow.ofOne().convolve(between, layer.weights("pointwise_kernel").values(), results);
    }

    private static void overallMean(Grid input, Grid results) {
        for (int c = 0; c < input.channels(); c++) {
            double sum = 0;
            for (int i = c; i < input.values().length; i += input.channels()) {
                sum += input.values()[i];
            }
            results.values()[c] = (float) (sum / (input.height() * input.width()));
        }
    }

    private static void dense(Grid input, float[] kernel, Grid results) {
        int units = results.channels();
        for (int i = 0; i < results.values().length; i++) {
            int from = i / units * input.channels();
            double sum = 0;
            for (int c = 0; c < input.channels(); c++) {
                sum += (double) input.values()[from + c] * kernel[c * units + i % units];
            }
            results.values()[i] = (float) sum;
        }
    }

    private static void normalize(NetworkLayer layer, Grid input, Grid results) {
        float[] mean = layer.weights("moving_mean").values();
        float[] variance = layer.weights("moving_variance").values();
        double epsilon = layer.settings().path("epsilon").doubleValue();
        for (int i = 0; i < results.values().length; i++) {
            int c = i % input.channels();
            double value = (input.values()[i] - mean[c]) / Math.sqrt(variance[c] + epsilon);
            double gamma =
                    layer.weight("gamma").map(tensor -> tensor.values()[c]).orElse(1f);
            double beta = layer.weight("beta").map(tensor -> tensor.values()[c]).orElse(0f);
            results.values()[i] = (float) (gamma * value + beta);
        }
    }

    private static void standardize(NetworkLayer layer, Grid input, Grid results) {
        for (int i = 0; i < results.values().length; i++) {
            int c = i % input.channels();
            double deviation = Math.max(Math.sqrt(number(layer, "variance", c)), 1e-7);
            results.values()[i] = (float) ((input.values()[i] - number(layer, "mean", c)) / deviation);
        }
    }

    private static void rescale(NetworkLayer layer, Grid input, Grid results) {
        for (int i = 0; i < results.values().length; i++) {
            int c = i % input.channels();
            results.values()[i] = (float) (input.values()[i] * number(layer, "scale", c) + number(layer, "offset", c));
        }
    }

    private static double number(NetworkLayer layer, String key, int channel) {
        JsonNode said = layer.settings().path(key);
        return layer.weight(key)
                .map(tensor -> (double) tensor.values()[channel])
                .orElseGet(() -> said.path(Math.min(channel, said.size() - 1)).doubleValue());
    }

    private static void shift(JsonNode sides, int sign, Grid input, Grid results) {
        int above = sign * sides.path(0).path(0).asInt();
        int left = sign * sides.path(1).path(0).asInt();
        for (int y = Math.max(0, above); y < Math.min(results.height(), input.height() + above); y++) {
            for (int x = Math.max(0, left); x < Math.min(results.width(), input.width() + left); x++) {
                System.arraycopy(
                        input.values(),
                        input.at(y - above, x - left),
                        results.values(),
                        results.at(y, x),
                        input.channels());
            }
        }
    }

    private static void meet(List<Grid> inputs, Grid results, BinaryOperator<Float> operation) {
        meet(inputs, results, operation, 1);
    }

    private static void meet(List<Grid> inputs, Grid results, BinaryOperator<Float> operation, int divisor) {
        combine(inputs.get(0), results, (nothing, first) -> first);
        inputs.subList(1, inputs.size()).forEach(other -> combine(other, results, operation));
        for (int i = 0; i < results.values().length; i++) {
            results.values()[i] /= divisor;
        }
    }

    /** A grid of one place stands for every place. */
    private static void combine(Grid other, Grid results, BinaryOperator<Float> operation) {
        for (int i = 0; i < results.values().length; i++) {
            float value = other.values()[i % other.values().length];
            results.values()[i] = operation.apply(results.values()[i], value);
        }
    }

    private static void concatenate(List<Grid> inputs, Grid results) {
        int first = 0;
        for (Grid input : inputs) {
            for (int place = 0; place < results.height() * results.width(); place++) {
                System.arraycopy(
                        input.values(),
                        place * input.channels(),
                        results.values(),
                        place * results.channels() + first,
                        input.channels());
            }
            first += input.channels();
        }
    }

    private static void addBias(Tensor bias, Grid results) {
        for (int i = 0; i < results.values().length; i++) {
            results.values()[i] += bias.values()[i % results.channels()];
        }
    }

    private static void activate(NetworkLayer layer, Grid results) {
        float[] values = results.values();
        String function = function(layer);
        if (function.equals("softmax")) {
            for (int at = 0; at < values.length; at += results.channels()) {
                softmax(values, at, at + results.channels());
            }
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) activated(function, values[i]);
        }
        JsonNode greatest = layer.settings().path("max_value");
        for (int i = 0; i < values.length && greatest.isNumber(); i++) {
            values[i] = Math.min(values[i], greatest.floatValue());
        }
    }

    private static String function(NetworkLayer layer) {
        return switch (layer.type()) {
            case "ReLU" -> "relu";
            case "Softmax" -> "softmax";
            default -> layer.settings().path("activation").asString("linear");
        };
    }

    private static double activated(String function, double x) {
        return switch (function) {
            case "linear" -> x;
            case "relu" -> Math.max(0, x);
            case "relu6" -> Math.min(Math.max(0, x), 6);
            case "swish", "silu" -> x / (1 + Math.exp(-x));
            case "hard_silu" -> x * Math.min(Math.max(0, x + 3), 6) / 6;
            case "sigmoid" -> 1 / (1 + Math.exp(-x));
            case "tanh" -> Math.tanh(x);
            default -> throw new IllegalStateException(function + " is not computed here");
        };
    }

    private static void softmax(float[] values, int from, int to) {
        float greatest = values[from];
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.exp(values[i] - greatest);
        }
        for (int i = from; i < to; i++) {
            values[i] = (float) (Math.exp(values[i] - greatest) / sum);
        }
    }
}
