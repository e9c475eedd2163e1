package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** BatchNormalization over channels, with what training measured. */
record Normalization(double epsilon, double momentum, boolean center, boolean scale) implements Layer {
    static Normalization read(LayerSettings settings) {
        settings.only("axis", "-1", "3", "[-1]", "[3]");
        settings.only("renorm", "false");
        return new Normalization(
                settings.number("epsilon", 1e-3),
                settings.number("momentum", 0.99),
                settings.flag("center", true),
                settings.flag("scale", true));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Layer.image(inputs);
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        Shape channels = Shape.of(Layer.image(inputs).channels());
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
        ObjectNode settings = Layer.blank().put("axis", 3);
        settings.put("momentum", momentum).put("epsilon", epsilon);
        settings.put("center", center).put("scale", scale);
        Layer.initializers(settings, "beta", "gamma", "moving_mean", "moving_variance");
        return settings;
    }
}
