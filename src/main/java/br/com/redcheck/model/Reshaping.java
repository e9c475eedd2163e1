package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Flatten and Reshape: the same values in the same order, called otherwise.
 *
 * @param target the sizes of a Reshape, of which one may be -1, for what is left; none for a Flatten
 */
record Reshaping(String type, List<Integer> target) implements Layer {
    static Reshaping flatten(LayerSettings settings) {
        settings.only("data_format", "channels_last");
        return new Reshaping("Flatten", List.of(-1));
    }

    static Reshaping read(LayerSettings settings) {
        return new Reshaping("Reshape", settings.sizes("target_shape"));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        long values = Layer.only(inputs).values();
        long known = target.stream()
                .filter(size -> size != -1)
                .mapToLong(Integer::longValue)
                .reduce(1, Math::multiplyExact);
        List<Integer> sizes = new ArrayList<>();
        target.forEach(size -> sizes.add(size == -1 ? Math.toIntExact(values / known) : size));
        Shape output = new Shape(sizes);
        if (output.values() != values || sizes.size() != 1 && sizes.size() != 3) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return output;
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank();
        if (type.equals("Reshape")) {
            ArrayNode sizes = settings.putArray("target_shape");
            target.forEach(sizes::add);
        }
        return settings;
    }
}
