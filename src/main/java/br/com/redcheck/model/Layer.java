package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A type of layer that we compute: what it gives for what it gets, which weights it demands, and how Keras 2 writes it.
 *
 * <p>The last is written anew from what was read, so nothing reaches the importer that was not understood here.
 */
sealed interface Layer permits Convolution, SeparableConvolution, Dense, Pooling, Normalization, Plain, Branching {
    /** A set of weights that the architecture demands: its role and its shape. */
    record Demand(String role, Shape shape) {}

    /**
     * The shape of what it gives.
     *
     * @throws RefusedModel if it cannot follow layers of these shapes
     */
    Shape output(List<Shape> inputs);

    /** The weights that it needs, in Keras' order. */
    default List<Demand> demands(List<Shape> inputs) {
        return List.of();
    }

    /** Its class as Keras 2 names it. */
    String type();

    /** Its settings as Keras 2 writes them, without its name. */
    ObjectNode settings();

    /** Settings to begin with. */
    static ObjectNode blank() {
        return JsonNodeFactory.instance.objectNode().put("trainable", false).put("dtype", "float32");
    }

    /** Notes how weights would be made anew: never used, but the importer wants to know. */
    static void initializers(ObjectNode settings, String... roles) {
        for (String role : roles) {
            settings.putObject(role + "_initializer").put("class_name", "Zeros").putObject("config");
            settings.putNull(role + "_regularizer");
            settings.putNull(role + "_constraint");
        }
    }

    /** Writes a height and a width. */
    static void pair(ObjectNode settings, String key, List<Integer> pair) {
        settings.putArray(key).add(pair.get(0)).add(pair.get(1));
    }

    /** Refuses a layer that works along another axis than that of the channels. */
    static void channelsOnly(int axis, Layer layer, Shape input) {
        if (axis != -1 && axis != input.sizes().size()) {
            throw new RefusedModel(Reason.UNSUPPORTED_SETTING, layer.type(), "axis");
        }
    }

    /** The only input, image or vector. */
    static Shape only(List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return inputs.get(0);
    }

    /** The only input, which must be an image. */
    static Shape image(List<Shape> inputs) {
        if (!only(inputs).isImage()) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return inputs.get(0);
    }

    /** The only input, which must be a vector. */
    static Shape vector(List<Shape> inputs) {
        if (inputs.size() != 1 || inputs.get(0).sizes().size() != 1) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return inputs.get(0);
    }

    /** How far a sliding window gets along one side. */
    static int slide(int length, int window, int stride, boolean samePadding) {
        int steps = samePadding ? (length + stride - 1) / stride : (length - window) / stride + 1;
        if (steps < 1 || !samePadding && window > length) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return steps;
    }
}
