package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The layers without weights that need no more than a name: what happens to the shape follows from the type alone. */
record Plain(String type, String activation, double rate) implements Layer {
    static final String GLOBAL_AVERAGE_POOLING = "GlobalAveragePooling2D";
    static final String FLATTEN = "Flatten";
    static final String DROPOUT = "Dropout";
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
        return new Plain(type, type.equals(ACTIVATION) ? settings.activation() : "linear", settings.number("rate", 0));
    }

    static Plain globalAveragePooling() {
        return new Plain(GLOBAL_AVERAGE_POOLING, "linear", 0);
    }

    static boolean isGlobalPooling(Layer layer) {
        return layer.type().equals(GLOBAL_AVERAGE_POOLING);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return switch (type) {
            case GLOBAL_AVERAGE_POOLING -> Shape.of(Layer.image(inputs).channels());
            case FLATTEN -> Shape.of(Math.toIntExact(Layer.image(inputs).values()));
            default -> single(inputs);
        };
    }

    private static Shape single(List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return inputs.get(0);
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank();
        switch (type) {
            case GLOBAL_AVERAGE_POOLING, FLATTEN -> settings.put("data_format", "channels_last");
            case DROPOUT -> settings.put("rate", rate);
            case ACTIVATION -> settings.put("activation", activation);
            default -> settings.putNull("max_value").put("negative_slope", 0.0).put("threshold", 0.0);
        }
        return settings;
    }
}
