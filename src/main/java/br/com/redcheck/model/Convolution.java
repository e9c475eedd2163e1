package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conv2D.
 *
 * @param groups into how many parts the channels fall, each of which is convolved by itself; 1 if they do not
 */
record Convolution(int filters, Window window, int groups, String activation, boolean bias) implements Layer {
    static Convolution read(LayerSettings settings) {
        return new Convolution(
                settings.units("filters"),
                Window.ofConvolution(settings),
                settings.unitsOr("groups", 1),
                settings.activation(),
                settings.flag("use_bias", true));
    }

    /** Whether it sees one place at a time, and all of its channels, as a dense layer does. */
    boolean isOfOnePlace() {
        return window.size().equals(List.of(1, 1)) && groups == 1;
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return window.output(Layer.image(inputs), filters);
    }

    @Override
    public List<Demand> demands(List<Shape> inputs) {
        int channels = Layer.image(inputs).channels();
        if (channels % groups != 0 || filters % groups != 0) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        List<Demand> demands = new ArrayList<>();
        demands.add(new Demand("kernel", window.kernel(channels / groups, filters)));
        if (bias) {
            demands.add(new Demand("bias", Shape.of(filters)));
        }
        return demands;
    }

    @Override
    public long work(List<Shape> inputs, Shape output) {
        Shape image = inputs.get(0);
        return Math.multiplyExact(output.values(), window.places(image) * (image.channels() / groups));
    }

    @Override
    public String type() {
        return "Conv2D";
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank().put("filters", filters).put("groups", groups);
        window.write(settings, "kernel_size");
        return settings.put("activation", activation).put("use_bias", bias);
    }
}
