package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON in which Keras describes a network: {@code Sequential} and functional, one within the other to any depth that
 * sense makes, as Keras 2 and 3 write them. Layers of Keras 1, which had other names, are refused by those.
 */
final class ArchitectureReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 16;

    private final KerasLimits limits;
    private final LayerReader layers;

    /** @param lambdaIsPooling whether a Lambda, never executed, stands for global average pooling */
    ArchitectureReader(KerasLimits limits, boolean lambdaIsPooling) {
        this.limits = limits;
        this.layers = new LayerReader(lambdaIsPooling);
    }

    Architecture read(String json) {
        JsonNode model = parse(json);
        refuseMoreThan(limits.layers(), count(model, 0, ArchitectureReader::hasKernel));
        refuseMoreThan(4 * limits.layers(), count(model, 0, layer -> true));
        JsonNode first = first(model);
        String input = isInput(first) ? nameOf(first) : "input";
        Reasons reasons = new Reasons();
        lookAtEach(model, reasons);
        Optional<Shape> shape = reasons.attempt(() -> inputShape(first, model));
        reasons.refuse();
        Architecture architecture = new Architecture(input, shape.orElseThrow(), limits);
        noteHeldInTraining(model, architecture);
        String output = new ModelReader(architecture, layers, List.of(), ownNames(model)).read(model, input);
        if (architecture.nodes().isEmpty() || !architecture.output().name().equals(output)) {
            throw unreadable();
        }
        if (architecture.output().output().hasPlaces()) {
            throw new RefusedModel(Reason.NO_CLASSES, architecture.output().output());
        }
        return architecture;
    }

    /** Reads each layer by itself: all that is not computed here is found, before how they hang together is looked at. */
    private void lookAtEach(JsonNode model, Reasons reasons) {
        boolean row = typeOf(model).equals("Sequential");
        for (JsonNode layer : layersOf(model)) {
            if (isModel(layer)) {
                lookAtEach(layer, reasons);
            } else if (!isInput(layer)) {
                List<Operand> operands = row
                        ? List.of(Operand.NONE)
                        : InboundNodes.of(layer).stream()
                                .map(InboundNodes.Use::operand)
                                .toList();
                operands.forEach(operand -> reasons.attempt(() -> layers.read(layer, operand)));
            }
        }
    }

    private static void noteHeldInTraining(JsonNode model, Architecture architecture) {
        for (JsonNode layer : layersOf(model)) {
            if (isModel(layer)) {
                noteHeldInTraining(layer, architecture);
            } else if (layer.path("config").properties().stream().anyMatch(ArchitectureReader::holdsWeights)) {
                architecture.noteHeldInTraining(nameOf(layer));
            }
        }
    }

    private static boolean holdsWeights(Map.Entry<String, JsonNode> setting) {
        return !setting.getValue().isNull() && setting.getKey().matches("\\w+_(regularizer|constraint)");
    }

    private static Set<String> ownNames(JsonNode model) {
        Set<String> names = new HashSet<>();
        layersOf(model).forEach(layer -> names.add(nameOf(layer)));
        return names;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new RefusedModel(Reason.UNREADABLE_ARCHITECTURE, e);
        }
    }

    private static void refuseMoreThan(int most, int layers) {
        if (layers > most) {
            throw new RefusedModel(Reason.TOO_MANY_LAYERS, layers, most);
        }
    }

    private static boolean hasKernel(JsonNode layer) {
        return typeOf(layer).contains("Conv") || typeOf(layer).equals("Dense");
    }

    private static int count(JsonNode model, int depth, Predicate<JsonNode> which) {
        if (depth > DEEPEST) {
            throw unreadable();
        }
        int count = 0;
        for (JsonNode layer : layersOf(model)) {
            if (isModel(layer)) {
                count += count(layer, depth + 1, which);
            } else if (which.test(layer)) {
                count++;
            }
        }
        return count;
    }

    /** The layers of a model, in the places where the versions of Keras list them. */
    static JsonNode layersOf(JsonNode model) {
        JsonNode config = model.path("config");
        JsonNode layers = config.isArray() ? config : config.path("layers");
        if (!isModel(model) || !layers.isArray() || layers.isEmpty()) {
            throw unreadable();
        }
        return layers;
    }

    /** The layer that the picture meets first, however deep it lies: the input, if the model says that it has one. */
    private static JsonNode first(JsonNode model) {
        for (JsonNode layer : layersOf(model)) {
            if (isInput(layer)) {
                return layer;
            }
        }
        JsonNode first = layersOf(model).get(0);
        return isModel(first) ? first(first) : first;
    }

    static boolean isModel(JsonNode layer) {
        return switch (typeOf(layer)) {
            case "Sequential", "Functional", "Model" -> true;
            default -> false;
        };
    }

    static boolean isInput(JsonNode layer) {
        return typeOf(layer).equals("InputLayer");
    }

    static String typeOf(JsonNode layer) {
        return layer.path("class_name").asString("");
    }

    /** A layer's name, kept as it is, for weights are found by it, and checked to be words. */
    static String nameOf(JsonNode layer) {
        String name =
                layer.path("config").path("name").asString(layer.path("name").asString(""));
        if (!name.matches("[\\p{L}\\p{N}_./ :>+()\\-]{1,100}")) {
            throw unreadable();
        }
        return name;
    }

    private static Shape inputShape(JsonNode first, JsonNode model) {
        JsonNode config = first.path("config");
        JsonNode batched = List.of(
                        config.path("batch_shape"),
                        config.path("batch_input_shape"),
                        model.path("config").path("build_input_shape"))
                .stream()
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow(() -> new RefusedModel(Reason.OPEN_INPUT));
        if (batched.size() != 4) {
            throw new RefusedModel(Reason.UNSUPPORTED_SETTING, "InputLayer", "batch_shape");
        }
        List<Integer> sizes = new ArrayList<>();
        for (int i = 1; i < batched.size(); i++) {
            sizes.add(inputSize(batched.get(i)));
        }
        return new Shape(sizes);
    }

    private static int inputSize(JsonNode size) {
        if (size.isNull()) {
            throw new RefusedModel(Reason.OPEN_INPUT);
        }
        if (!size.isIntegralNumber() || !size.canConvertToInt() || size.intValue() < 1) {
            throw new RefusedModel(Reason.UNSUPPORTED_SETTING, "InputLayer", "batch_shape");
        }
        return size.intValue();
    }

    static RefusedModel unreadable() {
        return new RefusedModel(Reason.UNREADABLE_ARCHITECTURE);
    }
}
