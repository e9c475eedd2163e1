package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;

/**
 * The layers without weights: what happens to the shape follows from the type alone.
 *
 * @param activation what is done to each value, as Keras names it; {@code linear} for nothing
 */
public record Plain(String type, String activation) implements Layer {
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
        return new Plain(
                type,
                switch (type) {
                    case RELU -> "relu";
                    case ACTIVATION -> settings.activation();
                    default -> "linear";
                });
    }

    static Plain globalAveragePooling() {
        return new Plain(GLOBAL_AVERAGE_POOLING, "linear");
    }

    /** Whether a layer gives the mean of each channel. */
    public static boolean isGlobalPooling(Layer layer) {
        return layer.type().equals(GLOBAL_AVERAGE_POOLING);
    }

    /** Whether a layer puts the values of an image in a row: by row, column, channel. */
    public static boolean isFlatten(Layer layer) {
        return layer.type().equals(FLATTEN);
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
}
