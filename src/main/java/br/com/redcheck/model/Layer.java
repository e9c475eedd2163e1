package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;

/**
 * A type of layer that we compute, with its settings: what it gives for what it gets, and which weights it demands.
 *
 * <p>Nothing of what a file says of a layer goes further than what was understood here.
 */
public sealed interface Layer
        permits Convolution, SeparableConvolution, Dense, Pooling, Normalization, Plain, Branching {
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

    /** The only input, which must be an image. */
    static Shape image(List<Shape> inputs) {
        if (inputs.size() != 1 || !inputs.get(0).isImage()) {
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
