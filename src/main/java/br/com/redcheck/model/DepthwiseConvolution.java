package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * DepthwiseConv2D: each channel by itself.
 *
 * @param multiplier how many channels each gives, one after the other
 */
record DepthwiseConvolution(Window window, int multiplier, String activation, boolean bias) implements Layer {
    static DepthwiseConvolution read(LayerSettings settings) {
        return new DepthwiseConvolution(
                Window.ofConvolution(settings),
                settings.unitsOr("depth_multiplier", 1),
                settings.activation(),
                settings.flag("use_bias", true));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape image = Layer.image(inputs);
        return window.output(image, Math.multiplyExact(image.channels(), multiplier));
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        int channels = Layer.image(inputs).channels();
        List<Demand> demands = new ArrayList<>();
        demands.add(new Demand("kernel", window.kernel(channels, multiplier), List.of("kernel", "depthwise_kernel")));
        if (bias) {
            demands.add(new Demand("bias", Shape.of(channels * multiplier)));
        }
        return demands;
    }

    @Override
    public long work(List<Shape> inputs, Shape output) {
        return Math.multiplyExact(output.values(), window.slowWork(inputs.get(0)));
    }

    @Override
    public String type() {
        return "DepthwiseConv2D";
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank().put("depth_multiplier", multiplier);
        window.write(settings, "kernel_size");
        return settings.put("activation", activation).put("use_bias", bias);
    }
}
