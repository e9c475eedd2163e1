package br.com.redcheck.model;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * GlobalAveragePooling2D: the mean of each channel over all places.
 *
 * @param keepsSides whether it gives an image of one place instead of a vector
 */
record GlobalPooling(boolean keepsSides) implements Layer {
    static GlobalPooling read(LayerSettings settings) {
        settings.only("data_format", "channels_last");
        return new GlobalPooling(settings.flag("keepdims", false));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        int channels = Layer.image(inputs).channels();
        return keepsSides ? Shape.of(1, 1, channels) : Shape.of(channels);
    }

    @Override
    public String type() {
        return "GlobalAveragePooling2D";
    }

    @Override
    public ObjectNode settings() {
        return Layer.blank().put("data_format", "channels_last").put("keepdims", keepsSides);
    }
}
