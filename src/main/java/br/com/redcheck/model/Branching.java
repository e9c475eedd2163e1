package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Where branches meet: Concatenate along the channels, and what is done value by value. */
record Branching(String type, int axis) implements Layer {
    static final Set<String> TYPES =
            Set.of("Add", "Average", "Concatenate", "Maximum", "Minimum", "Multiply", "Subtract");

    static Branching read(String type, LayerSettings settings) {
        return new Branching(type, type.equals("Concatenate") ? settings.axis() : -1);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        if (inputs.size() < 2 || (type.equals("Subtract") && inputs.size() != 2)) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return type.equals("Concatenate") ? together(inputs) : valueByValue(inputs);
    }

    private Shape together(List<Shape> inputs) {
        Shape first = inputs.get(0);
        Layer.channelsOnly(axis, this, first);
        int channels = inputs.stream().mapToInt(Shape::channels).reduce(0, Math::addExact);
        if (!inputs.stream().allMatch(input -> input.withChannels(channels).equals(first.withChannels(channels)))) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return first.withChannels(channels);
    }

    /** An image of one place stands for every place, as Keras has it; other sides are not stretched here. */
    private Shape valueByValue(List<Shape> inputs) {
        Shape largest =
                inputs.stream().max(Comparator.comparingLong(Shape::values)).orElseThrow();
        for (Shape input : inputs) {
            boolean onePlace = largest.isImage() && input.equals(Shape.of(1, 1, largest.channels()));
            if (!input.equals(largest) && !onePlace) {
                throw new RefusedModel(Reason.UNSUPPORTED_SETTING, type, input + ", " + largest);
            }
        }
        return largest;
    }

    @Override
    public ObjectNode settings() {
        return type.equals("Concatenate") ? Layer.blank().put("axis", -1) : Layer.blank();
    }
}
