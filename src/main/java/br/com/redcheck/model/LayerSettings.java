package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The settings of one layer as Keras wrote them, read with suspicion: each value is there, of its type and within sense, or the
 * file is refused.
 */
final class LayerSettings {
    /** No picture that we read, and no kernel over it, is longer than this. */
    private static final int LONGEST_SIDE = 4096;

    private static final int MOST_UNITS = 1 << 20;
    /** As deep as a tensor with the batch, and a set of them. */
    private static final int DEEPEST = 5;
    /** By all the names that they have. */
    private static final Map<String, String> ACTIVATIONS = Map.ofEntries(
            Map.entry("linear", "linear"),
            Map.entry("relu", "relu"),
            Map.entry("relu6", "relu6"),
            Map.entry("softmax", "softmax"),
            Map.entry("sigmoid", "sigmoid"),
            Map.entry("tanh", "tanh"),
            Map.entry("silu", "silu"),
            Map.entry("swish", "silu"),
            Map.entry("hard_silu", "hard_silu"),
            Map.entry("hard_swish", "hard_silu"));

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

    /** A count that Keras left out in earlier days. */
    int unitsOr(String key, int otherwise) {
        return isAbsent(key) ? otherwise : units(key);
    }

    /** The sizes of a tensor, one of which may be -1. */
    List<Integer> sizes(String key) {
        List<Integer> sizes = new ArrayList<>();
        for (JsonNode size : config.path(key)) {
            sizes.add(size.asInt(0) == -1 ? -1 : whole(size, key, MOST_UNITS));
        }
        if (sizes.isEmpty() || sizes.stream().filter(size -> size == -1).count() > 1) {
            throw unsupported(key);
        }
        return sizes;
    }

    /** Rows above and below, columns left and right; Keras also writes one number for both of a pair, or for all. */
    List<List<Integer>> sides(String key) {
        JsonNode value = config.path(key);
        if (value.isArray() && value.size() != 2) {
            throw unsupported(key);
        }
        return IntStream.range(0, 2)
                .mapToObj(i -> twoSides(value.isArray() ? value.get(i) : value, key))
                .toList();
    }

    private List<Integer> twoSides(JsonNode value, String key) {
        if (value.isArray() && value.size() != 2) {
            throw unsupported(key);
        }
        return IntStream.range(0, 2)
                .mapToObj(i -> atLeast(0, value.isArray() ? value.get(i) : value, key, LONGEST_SIDE))
                .toList();
    }

    /** Numbers, or one, however deep Keras has wrapped them; none if there is no such setting. */
    List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        gather(config.path(key), numbers, key, 0);
        return numbers;
    }

    private void gather(JsonNode value, List<Double> numbers, String key, int depth) {
        if (value.isArray() && depth <= DEEPEST) {
            value.forEach(each -> gather(each, numbers, key, depth + 1));
        } else if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            numbers.add(value.doubleValue());
        } else if (depth > 0 || !isAbsent(key)) {
            throw unsupported(key);
        }
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
        return Optional.ofNullable(name.isString() ? ACTIVATIONS.get(name.stringValue()) : null)
                .orElseThrow(() -> unsupported("activation"));
    }

    /** The axis along which a layer works, counted with the batch; -1 is the last one. */
    int axis() {
        JsonNode value = config.path("axis");
        JsonNode axis = value.isArray() && value.size() == 1 ? value.get(0) : value;
        if (value.isMissingNode()) {
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
        return atLeast(1, value, key, most);
    }

    private int atLeast(int least, JsonNode value, String key, int most) {
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw unsupported(key);
        }
        return value.intValue();
    }
}
