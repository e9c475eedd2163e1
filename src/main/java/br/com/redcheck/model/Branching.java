package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Where branches meet: Add, and Concatenate along the channels. */
record Branching(String type, int axis) implements Layer {
    static final String ADD = "Add";
    static final String CONCATENATE = "Concatenate";

    static Branching read(String type, LayerSettings settings) {
        return new Branching(type, settings.axis());
    }

    @Override
    public Shape output(List<Shape> inputs) {
        if (inputs.size() < 2 || !inputs.stream().allMatch(input -> fits(inputs.get(0), input))) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        Shape first = inputs.get(0);
        Layer.channelsOnly(axis, this, first);
        if (type.equals(ADD)) {
            return first;
        }
        int channels = inputs.stream().mapToInt(Shape::channels).reduce(0, Math::addExact);
        return Shape.of(first.size(0), first.size(1), channels);
    }

    private boolean fits(Shape first, Shape other) {
        return first.isImage()
                && other.isImage()
                && first.sizes().subList(0, 2).equals(other.sizes().subList(0, 2))
                && (type.equals(CONCATENATE) || first.equals(other));
    }

    @Override
    public ObjectNode settings() {
        return type.equals(ADD) ? Layer.blank() : Layer.blank().put("axis", -1);
    }
}
