package br.com.redcheck.inference;

import br.com.redcheck.inference.WinogradConvolution.Size;
import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Tensor;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Chooses how a layer is computed. */
final class Steps {
    private Steps() {}

    /** A layer with its weights, ready to compute. */
    static Step of(NetworkLayer layer) {
        int channels = layer.output().channels();
        return switch (layer.type()) {
            case "Conv2D" -> convolution(layer);
            case "DepthwiseConv2D" -> depthwise(layer, layer.weights("kernel"), Finish.of(layer));
            case "SeparableConv2D" -> separable(layer);
            case "MaxPooling2D" -> Sliding.greatest(Window.of(layer), channels);
            case "AveragePooling2D" -> Sliding.mean(Window.of(layer), channels);
            case "GlobalAveragePooling2D" -> Steps::overallMean;
            case "Dense" -> new Products(Window.ONE, layer.weights("kernel").values(), Finish.of(layer));
            case "BatchNormalization" -> PlaceByPlace.normalization(layer);
            case "Normalization" -> PlaceByPlace.standardization(layer);
            case "Rescaling" -> PlaceByPlace.rescaling(layer);
            case "Activation", "ReLU", "Softmax" -> PlaceByPlace.activation(layer);
            case "Flatten", "Reshape" -> Steps::copy;
            case "ZeroPadding2D", "Cropping2D" -> new Frame(layer);
            case "Add" -> Meeting.SUM;
            case "Average" -> Meeting.MEAN;
            case "Subtract" -> Meeting.DIFFERENCE;
            case "Multiply" -> Meeting.PRODUCT;
            case "Maximum" -> Meeting.GREATEST;
            case "Minimum" -> Meeting.LEAST;
            case "Concatenate" -> Meeting.CONCATENATION;
            default -> throw new IllegalStateException(layer.type() + " is not computed here");
        };
    }

    private static Step convolution(NetworkLayer layer) {
        Window window = Window.of(layer);
        Tensor kernel = layer.weights("kernel");
        Finish finish = Finish.of(layer);
        int groups = layer.settings().path("groups").asInt(1);
        if (groups > 1) {
            return Sliding.grouped(
                    window, kernel.values(), groups, kernel.shape().sizes().get(2), finish);
        }
        if (!window.isWinograds()) {
            return new Products(window, kernel.values(), finish);
        }
        WinogradConvolution quick = new WinogradConvolution(outputFirst(kernel), finish.bias(), finish.activation());
        return (inputs, results, means) -> {
            Size size = new Size(results.pictures(), results.height(), results.width());
            quick.compute(means.workers(), inputs.get(0).values(), results.values(), size);
        };
    }

    /** A kernel by output channel, input channel, row and column. */
    private static float[] outputFirst(Tensor kernel) {
        int out = kernel.shape().channels();
        int in = kernel.shape().sizes().get(2);
        int places = kernel.values().length / in / out;
        float[] turned = new float[kernel.values().length];
        for (int i = 0; i < turned.length; i++) {
            int place = i / out / in;
            turned[(i % out * in + i / out % in) * places + place] = kernel.values()[i];
        }
        return turned;
    }

    private static Sliding depthwise(NetworkLayer layer, Tensor kernel, Finish finish) {
        return Sliding.depthwise(
                Window.of(layer), kernel.values(), kernel.shape().sizes().get(3), finish);
    }

    private static Step separable(NetworkLayer layer) {
        Tensor kernel = layer.weights("depthwise_kernel");
        int between = kernel.shape().sizes().get(2) * kernel.shape().sizes().get(3);
        Step first = depthwise(layer, kernel, Finish.none(between));
        Step second = new Products(Window.ONE, layer.weights("pointwise_kernel").values(), Finish.of(layer));
        return (inputs, results, means) -> {
            FloatPointer room = means.memory().take(results.places() * between);
            Batch middle = results.with(between, room);
            first.compute(inputs, middle, means);
            second.compute(List.of(middle), results, means);
            means.memory().give(room);
        };
    }

    private static void overallMean(List<Batch> inputs, Batch results, Step.Means means) {
        Batch input = inputs.get(0);
        int channels = input.channels();
        int places = input.height() * input.width();
        means.workers().share(input.pictures(), (picture, scratch) -> {
            float[] row = Scratch.atLeast(scratch.rows, input.width() * channels)[0];
            double[] sums = new double[channels];
            for (int y = 0; y < input.height(); y++) {
                input.row(picture, y).get(row, 0, input.width() * channels);
                for (int i = 0; i < input.width() * channels; i++) {
                    sums[i % channels] += row[i];
                }
            }
            for (int c = 0; c < channels; c++) {
                row[c] = (float) (sums[c] / places);
            }
            results.from(picture).put(row, 0, channels);
        });
    }

    private static void copy(List<Batch> inputs, Batch results, Step.Means means) {
        Pointer.memcpy(results.values(), inputs.get(0).values(), results.length() * Float.BYTES);
    }
}
