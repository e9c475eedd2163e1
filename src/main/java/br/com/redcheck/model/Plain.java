package br.com.redcheck.model;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The layers without weights that need no more than a name: what happens to the shape follows from the type alone. */
record Plain(String type, String activation) implements Layer {
    static final String GLOBAL_AVERAGE_POOLING = "GlobalAveragePooling2D";
    static final String FLATTEN = "Flatten";
    static final String ACTIVATION = "Activation";
    static final String RELU = "ReLU";

    static Plain read(String type, LayerSettings settings) {
        settings.only("data_format", "channels_last");
        settings.only("keepdims", "false");
        if (type.equals(RELU)) {
            settings.only("negative_slope", "0.0", "0");
            settings.only("threshold", "0.0", "0");
            settings.only("max_value");
        }
        return new Plain(type, type.equals(ACTIVATION) ? settings.activation() : "linear");
    }

    static Plain globalAveragePooling() {
        return new Plain(GLOBAL_AVERAGE_POOLING, "linear");
    }

    /** A Softmax over the channels, which is an Activation by another name. */
    static Plain softmax(LayerSettings settings) {
        settings.only("axis", "-1", "[-1]");
        return new Plain(ACTIVATION, "softmax");
    }

    static boolean isGlobalPooling(Layer layer) {
        return layer.type().equals(GLOBAL_AVERAGE_POOLING);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return switch (type) {
            case GLOBAL_AVERAGE_POOLING -> Shape.of(Layer.image(inputs).channels());
            case FLATTEN -> Shape.of(Math.toIntExact(Layer.only(inputs).values()));
            default -> Layer.only(inputs);
        };
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank();
        switch (type) {
            case GLOBAL_AVERAGE_POOLING, FLATTEN -> settings.put("data_format", "channels_last");
            case ACTIVATION -> settings.put("activation", activation);
            default -> settings.putNull("max_value").put("negative_slope", 0.0).put("threshold", 0.0);
        }
        return settings;
    }
}
