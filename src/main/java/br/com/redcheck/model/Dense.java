package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Dense, over a vector. */
record Dense(int units, String activation, boolean bias) implements Layer {
    static Dense read(LayerSettings settings) {
        return new Dense(settings.units("units"), settings.activation(), settings.flag("use_bias", true));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Layer.vector(inputs);
        return Shape.of(units);
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        List<Demand> demands = new ArrayList<>();
        demands.add(new Demand("kernel", Shape.of(Layer.vector(inputs).channels(), units)));
        if (bias) {
            demands.add(new Demand("bias", Shape.of(units)));
        }
        return demands;
    }

    @Override
    public String type() {
        return "Dense";
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank().put("units", units);
        settings.put("activation", activation).put("use_bias", bias);
        Layer.initializers(settings, "kernel", "bias");
        return settings;
    }
}
