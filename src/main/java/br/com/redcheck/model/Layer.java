package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A type of layer that we compute: what it gives for what it gets, which weights it demands, and how Keras 2 writes it.
 *
 * <p>The last is written anew from what was read, so nothing gets any further that was not understood here.
 */
sealed interface Layer
        permits Activation,
                Branching,
                Convolution,
                Dense,
                DepthwiseConvolution,
                Framing,
                GlobalPooling,
                Normalization,
                Pooling,
                Reshaping,
                Scaling,
                SeparableConvolution,
                Standardization {
    /**
     * A set of weights that the architecture demands.
     *
     * @param role what it is to the layer
     * @param shape its shape; that of a count, which is demanded but never computed with, has no sizes
     * @param names what the versions of Keras call it
     */
    record Demand(String role, Shape shape, List<String> names) {
        Demand(String role, Shape shape) {
            this(role, shape, List.of(role));
        }

        /** Of how many pictures something was measured. */
        static Demand count() {
            return new Demand("count", Shape.of());
        }
    }

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

    /**
     * How much there is to do for one picture, in multiplications of a product of matrices.
     *
     * @param inputs the shapes of what it gets
     * @param output that of what it gives
     */
    default long work(List<Shape> inputs, Shape output) {
        return output.values();
    }

    /** Its class as Keras 2 names it. */
    String type();

    /** Its settings as Keras 2 writes them, without its name. */
    ObjectNode settings();

    /** Settings to begin with. */
    static ObjectNode blank() {
        return JsonNodeFactory.instance.objectNode().put("trainable", false).put("dtype", "float32");
    }

    /** Refuses a layer that works along another axis than that of the channels. */
    static void channelsOnly(int axis, Layer layer, Shape input) {
        if (axis != -1 && axis != input.sizes().size()) {
            throw new RefusedModel(Reason.UNSUPPORTED_SETTING, layer.type(), "axis");
        }
    }

    /** Refuses numbers of which there is neither one for all channels nor one for each. */
    static void oneOrEach(int count, Shape input) {
        if (count != 1 && count != input.channels()) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
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
}
