package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** BatchNormalization over channels, with what training measured. */
record Normalization(int axis, double epsilon, double momentum, boolean center, boolean scale) implements Layer {
    static Normalization read(LayerSettings settings) {
        settings.only("renorm", "false");
        return new Normalization(
                settings.axis(),
                settings.number("epsilon", 1e-3),
                settings.number("momentum", 0.99),
                settings.flag("center", true),
                settings.flag("scale", true));
    }

    /** What each channel is multiplied by. */
    double[] factors(NetworkLayer layer) {
        float[] variance = layer.weights("moving_variance").values();
        double[] factors = new double[variance.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (scale ? layer.weights("gamma").values()[i] : 1) / Math.sqrt(variance[i] + epsilon);
        }
        return factors;
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape input = Layer.only(inputs);
        Layer.channelsOnly(axis, this, input);
        return input;
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        Shape channels = Shape.of(Layer.only(inputs).channels());
        List<Demand> demands = new ArrayList<>();
        if (scale) {
            demands.add(new Demand("gamma", channels));
        }
        if (center) {
            demands.add(new Demand("beta", channels));
        }
        demands.add(new Demand("moving_mean", channels));
        demands.add(new Demand("moving_variance", channels));
        return demands;
    }

    @Override
    public String type() {
        return "BatchNormalization";
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank().put("axis", axis);
        settings.put("momentum", momentum).put("epsilon", epsilon);
        settings.put("center", center).put("scale", scale);
        return settings;
    }
}
