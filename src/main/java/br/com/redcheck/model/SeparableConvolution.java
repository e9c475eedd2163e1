package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** SeparableConv2D: each channel by itself, then all of them point by point. */
record SeparableConvolution(Convolution shape, int multiplier) implements Layer {
    static SeparableConvolution read(LayerSettings settings) {
        settings.only("groups", "1");
        return new SeparableConvolution(Convolution.read(settings), settings.unitsOr("depth_multiplier", 1));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return shape.output(inputs);
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        List<Demand> demands = new ArrayList<>();
        int channels = Layer.image(inputs).channels();
        demands.add(new Demand("depthwise_kernel", shape.window().kernel(channels, multiplier)));
        int between = Math.multiplyExact(channels, multiplier);
        demands.add(new Demand("pointwise_kernel", Shape.of(1, 1, between, shape.filters())));
        if (shape.bias()) {
            demands.add(new Demand("bias", Shape.of(shape.filters())));
        }
        return demands;
    }

    @Override
    public long work(List<Shape> inputs, Shape output) {
        Shape image = inputs.get(0);
        Shape between = output.withChannels(Math.multiplyExact(image.channels(), multiplier));
        return Math.addExact(
                Math.multiplyExact(between.values(), shape.window().slowWork(image)),
                Math.multiplyExact(output.values(), (long) between.channels()));
    }

    @Override
    public String type() {
        return "SeparableConv2D";
    }

    @Override
    public ObjectNode settings() {
        return shape.settings().put("depth_multiplier", multiplier);
    }
}
