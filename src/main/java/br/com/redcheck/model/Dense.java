package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Dense, over a vector or over the channels of each place of an image. */
record Dense(int units, String activation, boolean bias) implements Layer {
    static Dense read(LayerSettings settings) {
        return new Dense(settings.units("units"), settings.activation(), settings.flag("use_bias", true));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Layer.only(inputs).withChannels(units);
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        List<Demand> demands = new ArrayList<>();
        demands.add(new Demand("kernel", Shape.of(Layer.only(inputs).channels(), units)));
        if (bias) {
            demands.add(new Demand("bias", Shape.of(units)));
        }
        return demands;
    }

    @Override
    public long work(List<Shape> inputs, Shape output) {
        return Math.multiplyExact(output.values(), (long) inputs.get(0).channels());
    }

    @Override
    public String type() {
        return "Dense";
    }

    @Override
    public ObjectNode settings() {
        return Layer.blank().put("units", units).put("activation", activation).put("use_bias", bias);
    }
}
