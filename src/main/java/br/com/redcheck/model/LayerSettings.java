package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The settings of one layer as Keras wrote them, read with suspicion: each value is there, of its type and within sense, or the
 * file is refused.
 */
final class LayerSettings {
    /** No picture that we read, and no kernel over it, is longer than this. */
    private static final int LONGEST_SIDE = 4096;

    private static final int MOST_UNITS = 1 << 20;
    private static final List<String> ACTIVATIONS = List.of("linear", "relu", "softmax", "sigmoid", "tanh");

    private final String layer;
    private final JsonNode config;

    LayerSettings(String layer, JsonNode config) {
        this.layer = layer;
        this.config = config;
    }

    /** A count of filters or units. */
    int units(String key) {
        return whole(config.path(key), key, MOST_UNITS);
    }

    /** A height and a width; Keras also writes one number for both. */
    List<Integer> pair(String key) {
        JsonNode value = config.path(key);
        if (!value.isArray()) {
            int both = whole(value, key, LONGEST_SIDE);
            return List.of(both, both);
        }
        if (value.size() != 2) {
            throw unsupported(key);
        }
        return List.of(whole(value.get(0), key, LONGEST_SIDE), whole(value.get(1), key, LONGEST_SIDE));
    }

    /** The strides of a pooling, which Keras leaves out where they are the pool's size. */
    List<Integer> pairOr(String key, List<Integer> otherwise) {
        return isAbsent(key) ? otherwise : pair(key);
    }

    boolean flag(String key, boolean otherwise) {
        if (isAbsent(key)) {
            return otherwise;
        }
        if (!config.path(key).isBoolean()) {
            throw unsupported(key);
        }
        return config.path(key).booleanValue();
    }

    double number(String key, double otherwise) {
        if (isAbsent(key)) {
            return otherwise;
        }
        if (!config.path(key).isNumber()) {
            throw unsupported(key);
        }
        return config.path(key).doubleValue();
    }

    /** One of the words that we compute. */
    String word(String key, String otherwise, List<String> known) {
        if (isAbsent(key)) {
            return otherwise;
        }
        JsonNode value = config.path(key);
        if (!value.isString() || !known.contains(value.stringValue())) {
            throw unsupported(key);
        }
        return value.stringValue();
    }

    /** A function that Keras names, or describes as {@code {"class_name": "function", "config": name}}. */
    String activation() {
        if (isAbsent("activation")) {
            return "linear";
        }
        JsonNode value = config.path("activation");
        JsonNode name = value.path("class_name").asString("").equals("function") ? value.path("config") : value;
        if (!name.isString() || !ACTIVATIONS.contains(name.stringValue())) {
            throw unsupported("activation");
        }
        return name.stringValue();
    }

    /** The axis along which a layer works, counted with the batch; -1 is the last one. */
    int axis() {
        JsonNode value = config.path("axis");
        JsonNode axis = value.isArray() && value.size() == 1 ? value.get(0) : value;
        if (isAbsent("axis")) {
            return -1;
        }
        if (!axis.isInt()) {
            throw unsupported("axis");
        }
        return axis.intValue();
    }

    boolean samePadding() {
        return word("padding", "valid", List.of("valid", "same")).equals("same");
    }

    /** Refuses the layer unless a setting that we do not compute is absent or stands at one of its neutral values. */
    void only(String key, String... neutral) {
        if (!isAbsent(key)
                && !List.of(neutral).contains(config.path(key).toString().replace("\"", ""))) {
            throw unsupported(key);
        }
    }

    private RefusedModel unsupported(String key) {
        return new RefusedModel(Reason.UNSUPPORTED_SETTING, layer, key);
    }

    private boolean isAbsent(String key) {
        return config.path(key).isMissingNode() || config.path(key).isNull();
    }

    private int whole(JsonNode value, String key, int most) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1 || value.intValue() > most) {
            throw unsupported(key);
        }
        return value.intValue();
    }
}
