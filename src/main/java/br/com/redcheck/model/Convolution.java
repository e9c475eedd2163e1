package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Conv2D. */
record Convolution(
        int filters, List<Integer> kernel, List<Integer> strides, boolean samePadding, String activation, boolean bias)
        implements Layer {
    static Convolution read(LayerSettings settings) {
        settings.only("data_format", "channels_last");
        settings.only("dilation_rate", "[1,1]");
        settings.only("groups", "1");
        return new Convolution(
                settings.units("filters"),
                settings.pair("kernel_size"),
                settings.pairOr("strides", List.of(1, 1)),
                settings.samePadding(),
                settings.activation(),
                settings.flag("use_bias", true));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape image = Layer.image(inputs);
        return Shape.of(
                Layer.slide(image.size(0), kernel.get(0), strides.get(0), samePadding),
                Layer.slide(image.size(1), kernel.get(1), strides.get(1), samePadding),
                filters);
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        List<Demand> demands = new ArrayList<>();
        int channels = Layer.image(inputs).channels();
        demands.add(new Demand("kernel", Shape.of(kernel.get(0), kernel.get(1), channels, filters)));
        if (bias) {
            demands.add(new Demand("bias", Shape.of(filters)));
        }
        return demands;
    }

    @Override
    public String type() {
        return "Conv2D";
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank().put("filters", filters);
        Layer.pair(settings, "kernel_size", kernel);
        Layer.pair(settings, "strides", strides);
        Layer.pair(settings, "dilation_rate", List.of(1, 1));
        settings.put("padding", samePadding ? "same" : "valid");
        settings.put("data_format", "channels_last");
        settings.put("activation", activation).put("use_bias", bias);
        Layer.initializers(settings, "kernel", "bias");
        return settings;
    }
}
