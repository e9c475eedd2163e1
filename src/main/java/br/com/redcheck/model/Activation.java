package br.com.redcheck.model;

import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/**
 * A layer that is nothing but a function of each value, or softmax over the channels: Activation, Softmax, and ReLU, which may have a
 * greatest value.
 */
record Activation(String type, String function, OptionalDouble greatest) implements Layer {
    private static final String RELU = "ReLU";
    private static final String SOFTMAX = "Softmax";

    static Activation read(LayerSettings settings) {
        return new Activation("Activation", settings.activation(), OptionalDouble.empty());
    }

    static Activation softmax(LayerSettings settings) {
        settings.only("axis", "-1", "[-1]");
        return new Activation(SOFTMAX, "softmax", OptionalDouble.empty());
    }

    static Activation relu(LayerSettings settings) {
        settings.only("negative_slope", "0.0", "0");
        settings.only("threshold", "0.0", "0");
        double greatest = settings.number("max_value", Double.POSITIVE_INFINITY);
        return new Activation(
                RELU, "relu", Double.isFinite(greatest) ? OptionalDouble.of(greatest) : OptionalDouble.empty());
    }

    boolean isSoftmax() {
        return function.equals("softmax");
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Layer.only(inputs);
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank();
        switch (type) {
            case RELU -> {
                greatest.ifPresentOrElse(
                        value -> settings.put("max_value", value), () -> settings.putNull("max_value"));
                settings.put("negative_slope", 0.0).put("threshold", 0.0);
            }
            case SOFTMAX -> settings.put("axis", -1);
            default -> settings.put("activation", function);
        }
        return settings;
    }
}
