package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;

/** SeparableConv2D: each channel by itself, then all of them point by point. */
public record SeparableConvolution(Convolution shape, int multiplier) implements Layer {
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
}
