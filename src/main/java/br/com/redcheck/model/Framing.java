package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * ZeroPadding2D, which puts rows and columns of zeros around an image, and Cropping2D, which takes some away.
 *
 * @param rows how many above and below
 * @param columns how many left and right
 */
record Framing(String type, List<Integer> rows, List<Integer> columns) implements Layer {
    static final String PADDING = "ZeroPadding2D";
    static final String CROPPING = "Cropping2D";

    static Framing read(String type, LayerSettings settings) {
        settings.only("data_format", "channels_last");
        List<List<Integer>> sides = settings.sides(key(type));
        return new Framing(type, sides.get(0), sides.get(1));
    }

    private static String key(String type) {
        return type.equals(PADDING) ? "padding" : "cropping";
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape image = Layer.image(inputs);
        int sign = type.equals(PADDING) ? 1 : -1;
        int height = image.size(0) + sign * (rows.get(0) + rows.get(1));
        int width = image.size(1) + sign * (columns.get(0) + columns.get(1));
        if (height < 1 || width < 1) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return Shape.of(height, width, image.channels());
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank().put("data_format", "channels_last");
        ArrayNode sides = settings.putArray(key(type));
        sides.addArray().add(rows.get(0)).add(rows.get(1));
        sides.addArray().add(columns.get(0)).add(columns.get(1));
        return settings;
    }
}
