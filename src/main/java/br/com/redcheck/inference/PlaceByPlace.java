package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Tensor;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is computed of each place alone. Places are shared out in blocks. */
final class PlaceByPlace implements Step {
    private static final int PARTS = 64;
    private static final double LEAST_DEVIATION = 1e-7;

    private final int channels;
    private final Activation change;

    private PlaceByPlace(int channels, Activation change) {
        this.channels = channels;
        this.change = change;
    }

    /** A layer that is an activation, or nothing. */
    static PlaceByPlace activation(NetworkLayer layer) {
        return new PlaceByPlace(layer.output().channels(), Activation.of(layer));
    }

    /** Batch normalisation with what training measured: each channel times a factor, plus an offset. */
    static PlaceByPlace normalization(NetworkLayer layer) {
        float[] mean = layer.weights("moving_mean").values();
        float[] variance = layer.weights("moving_variance").values();
        double epsilon = layer.settings().path("epsilon").doubleValue();
        float[] gamma = layer.weight("gamma").map(Tensor::values).orElseGet(() -> ones(mean.length));
        float[] beta = layer.weight("beta").map(Tensor::values).orElseGet(() -> new float[mean.length]);
        float[] factors = new float[mean.length];
        float[] offsets = new float[mean.length];
        for (int c = 0; c < mean.length; c++) {
            double factor = gamma[c] / Math.sqrt(variance[c] + epsilon);
            factors[c] = (float) factor;
            offsets[c] = (float) (beta[c] - mean[c] * factor);
        }
        return scaling(factors, offsets);
    }

    /** Each channel less a mean, divided by a deviation, which Keras keeps from coming too near to zero. */
    static PlaceByPlace standardization(NetworkLayer layer) {
        float[] mean = numbers(layer, "mean");
        float[] variance = numbers(layer, "variance");
        float[] factors = new float[mean.length];
        float[] offsets = new float[mean.length];
        for (int c = 0; c < mean.length; c++) {
            double deviation = Math.max(Math.sqrt(variance[c]), LEAST_DEVIATION);
            factors[c] = (float) (1 / deviation);
            offsets[c] = (float) (-mean[c] / deviation);
        }
        return scaling(factors, offsets);
    }

    /** Each channel times a factor, plus an offset, as the settings say. */
    static PlaceByPlace rescaling(NetworkLayer layer) {
        return scaling(numbers(layer, "scale"), numbers(layer, "offset"));
    }

    /** A number for each channel: among the weights, or in the settings, there perhaps one for all. */
    private static float[] numbers(NetworkLayer layer, String key) {
        return layer.weight(key).map(Tensor::values).orElseGet(() -> {
            JsonNode said = layer.settings().path(key);
            float[] numbers = new float[layer.output().channels()];
            for (int c = 0; c < numbers.length; c++) {
                numbers[c] = said.path(said.size() == 1 ? 0 : c).floatValue();
            }
            return numbers;
        });
    }

    private static PlaceByPlace scaling(float[] factors, float[] offsets) {
        return new PlaceByPlace(factors.length, (values, length, channels) -> {
            for (int at = 0; at < length; at += channels) {
                scale(values, at, factors, offsets);
            }
        });
    }

    // A loop of its own, which the compiler turns into vector instructions.
    private static void scale(float[] values, int at, float[] factors, float[] offsets) {
        for (int c = 0; c < factors.length; c++) {
            values[at + c] = values[at + c] * factors[c] + offsets[c];
        }
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public void compute(List<Batch> inputs, Batch results, Means means) {
        Batch input = inputs.get(0);
        long places = input.length() / channels;
        int parts = (int) Math.min(places, PARTS);
        means.workers().share(parts, (part, scratch) -> {
            long first = part * places / parts * channels;
            int length = (int) ((part + 1) * places / parts * channels - first);
            float[] values = scratch.row(length);
            input.values().getPointer(first).get(values, 0, length);
            change.apply(values, length, channels);
            results.values().getPointer(first).put(values, 0, length);
        });
    }
}
