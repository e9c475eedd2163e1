package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** SeparableConv2D: each channel by itself, then all of them point by point. */
record SeparableConvolution(Convolution shape, int multiplier) implements Layer {
    static SeparableConvolution read(LayerSettings settings) {
        return new SeparableConvolution(Convolution.read(settings), settings.units("depth_multiplier"));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return shape.output(inputs);
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        List<Demand> demands = new ArrayList<>();
        int channels = Layer.image(inputs).channels();
        List<Integer> kernel = shape.kernel();
        demands.add(new Demand("depthwise_kernel", Shape.of(kernel.get(0), kernel.get(1), channels, multiplier)));
        int between = Math.multiplyExact(channels, multiplier);
        demands.add(new Demand("pointwise_kernel", Shape.of(1, 1, between, shape.filters())));
        if (shape.bias()) {
            demands.add(new Demand("bias", Shape.of(shape.filters())));
        }
        return demands;
    }

    @Override
    public String type() {
        return "SeparableConv2D";
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = shape.settings().put("depth_multiplier", multiplier);
        Layer.initializers(settings, "depthwise", "pointwise");
        return settings;
    }
}
