package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Normalization, which Keras puts in front of a network: each channel minus a mean, divided by a deviation.
 *
 * @param mean as the settings give it, one for each channel or one for all; empty if it was measured and lies among the weights
 * @param variance the like
 */
record Standardization(int axis, List<Double> mean, List<Double> variance) implements Layer {
    static Standardization read(LayerSettings settings) {
        settings.only("invert", "false");
        List<Double> mean = settings.numbers("mean");
        List<Double> variance = settings.numbers("variance");
        if (mean.isEmpty() != variance.isEmpty()) {
            throw new RefusedModel(Reason.UNSUPPORTED_SETTING, "Normalization", "mean");
        }
        return new Standardization(settings.axis(), mean, variance);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape input = Layer.only(inputs);
        Layer.channelsOnly(axis, this, input);
        if (!mean.isEmpty()) {
            Layer.oneOrEach(mean.size(), input);
            Layer.oneOrEach(variance.size(), input);
        }
        return input;
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        Shape channels = Shape.of(Layer.only(inputs).channels());
        return mean.isEmpty()
                ? List.of(new Demand("mean", channels), new Demand("variance", channels), Demand.count())
                : List.of();
    }

    @Override
    public String type() {
        return "Normalization";
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank().put("axis", -1);
        ArrayNode means = settings.putArray("mean");
        mean.forEach(means::add);
        ArrayNode variances = settings.putArray("variance");
        variance.forEach(variances::add);
        return settings;
    }
}
