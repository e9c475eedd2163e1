package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a convolution or a pooling slides over an image, down and across.
 *
 * @param dilation the distance of the places that it sees; 1 if they are neighbours
 * @param samePadding whether it reaches over the edges so that each stride has one result
 */
record Window(List<Integer> size, List<Integer> strides, List<Integer> dilation, boolean samePadding) {
    /** How many multiplications of a product of matrices one takes in which each channel stays by itself. */
    private static final long SLOWER = 8;

    static Window ofConvolution(LayerSettings settings) {
        settings.only("data_format", "channels_last");
        List<Integer> one = List.of(1, 1);
        return new Window(
                settings.pair("kernel_size"),
                settings.pairOr("strides", one),
                settings.pairOr("dilation_rate", one),
                settings.samePadding());
    }

    static Window ofPooling(LayerSettings settings) {
        settings.only("data_format", "channels_last");
        List<Integer> pool = settings.pair("pool_size");
        return new Window(pool, settings.pairOr("strides", pool), List.of(1, 1), settings.samePadding());
    }

    /** What it makes of an image, with so many channels. */
    Shape output(Shape image, int channels) {
        return Shape.of(steps(image, 0), steps(image, 1), channels);
    }

    private int steps(Shape image, int axis) {
        int length = image.size(axis);
        int stride = strides.get(axis);
        int reach = (size.get(axis) - 1) * dilation.get(axis) + 1;
        int steps = samePadding ? (length + stride - 1) / stride : (length - reach) / stride + 1;
        if (steps < 1 || (!samePadding && reach > length)) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return steps;
    }

    /** How many places it sees at once, at most. */
    long places(Shape image) {
        return (long) Math.min(size.get(0), image.size(0)) * Math.min(size.get(1), image.size(1));
    }

    /** What the multiplications take in which each channel stays by itself, for each value that comes of them. */
    long slowWork(Shape image) {
        return Math.multiplyExact(SLOWER, places(image));
    }

    /** The shape of a kernel over it. */
    Shape kernel(int in, int out) {
        return Shape.of(size.get(0), size.get(1), in, out);
    }

    /** Whether it sees all of an image, once and no more. */
    boolean covers(Shape image) {
        return size.equals(image.sizes().subList(0, 2)) && output(image, 1).values() == 1;
    }

    /** Writes itself as Keras 2 does. */
    void write(ObjectNode settings, String sizeKey) {
        pair(settings, sizeKey, size);
        pair(settings, "strides", strides);
        pair(settings, "dilation_rate", dilation);
        settings.put("padding", samePadding ? "same" : "valid").put("data_format", "channels_last");
    }

    private static void pair(ObjectNode settings, String key, List<Integer> pair) {
        settings.putArray(key).add(pair.get(0)).add(pair.get(1));
    }
}
