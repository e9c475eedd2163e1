package br.com.redcheck.model;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** MaxPooling2D and AveragePooling2D; places beyond the edge count neither for the greatest value nor for the mean. */
record Pooling(String type, Window window) implements Layer {
    static final String GREATEST = "MaxPooling2D";
    static final String MEAN = "AveragePooling2D";

    static Pooling read(String type, LayerSettings settings) {
        return new Pooling(type, Window.ofPooling(settings));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape image = Layer.image(inputs);
        return window.output(image, image.channels());
    }

    @Override
    public long work(List<Shape> inputs, Shape output) {
        return Math.multiplyExact(output.values(), window.slowWork(inputs.get(0)));
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank();
        window.write(settings, "pool_size");
        return settings;
    }
}
