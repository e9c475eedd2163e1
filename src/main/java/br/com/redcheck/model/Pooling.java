package br.com.redcheck.model;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** MaxPooling2D and AveragePooling2D. */
record Pooling(String type, List<Integer> pool, List<Integer> strides, boolean samePadding) implements Layer {
    static Pooling read(String type, LayerSettings settings) {
        settings.only("data_format", "channels_last");
        List<Integer> pool = settings.pair("pool_size");
        return new Pooling(type, pool, settings.pairOr("strides", pool), settings.samePadding());
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape image = Layer.image(inputs);
        return Shape.of(
                Layer.slide(image.size(0), pool.get(0), strides.get(0), samePadding),
                Layer.slide(image.size(1), pool.get(1), strides.get(1), samePadding),
                image.channels());
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank().put("padding", samePadding ? "same" : "valid");
        Layer.pair(settings, "pool_size", pool);
        Layer.pair(settings, "strides", strides);
        return settings.put("data_format", "channels_last");
    }
}
