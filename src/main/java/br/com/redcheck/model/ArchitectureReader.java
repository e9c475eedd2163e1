package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON in which Keras describes a network: {@code Sequential} and functional, as versions 1.2 to 3 write them.
 *
 * <p>Names of layers are kept as they are, for weights are found by them, so they are checked to be plain words.
 */
final class ArchitectureReader {
    private static final JsonMapper JSON = new JsonMapper();

    private final KerasLimits limits;
    private final boolean lambdaIsPooling;

    /** @param lambdaIsPooling whether a Lambda, never executed, stands for global average pooling */
    ArchitectureReader(KerasLimits limits, boolean lambdaIsPooling) {
        this.limits = limits;
        this.lambdaIsPooling = lambdaIsPooling;
    }

    Architecture read(String json) {
        JsonNode model = parse(json);
        JsonNode config = model.path("config");
        JsonNode layers = config.isArray() ? config : config.path("layers");
        if (!layers.isArray() || layers.isEmpty()) {
            throw unreadable();
        }
        if (layers.size() > limits.layers()) {
            throw new RefusedModel(Reason.TOO_MANY_LAYERS, layers.size(), limits.layers());
        }
        return switch (model.path("class_name").asString("")) {
            case "Sequential" -> row(layers);
            case "Functional", "Model" -> graph(layers, config);
            default -> throw unreadable();
        };
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new RefusedModel(Reason.UNREADABLE_ARCHITECTURE, e);
        }
    }

    private Architecture row(JsonNode layers) {
        JsonNode first = layers.get(0).path("config");
        boolean inputStandsAlone = isInput(layers.get(0));
        String before = inputStandsAlone ? nameOf(layers.get(0)) : "input";
        Architecture architecture = new Architecture(before, inputShape(first), limits);
        for (int i = inputStandsAlone ? 1 : 0; i < layers.size(); i++) {
            JsonNode layer = layers.get(i);
            architecture.add(nameOf(layer), layerOf(layer), List.of(before));
            before = nameOf(layer);
        }
        return ending(architecture, before);
    }

    private Architecture graph(JsonNode layers, JsonNode config) {
        JsonNode first = layers.get(0);
        if (!isInput(first)) {
            throw unreadable();
        }
        Architecture architecture = new Architecture(nameOf(first), inputShape(first.path("config")), limits);
        for (int i = 1; i < layers.size(); i++) {
            JsonNode layer = layers.get(i);
            architecture.add(nameOf(layer), layerOf(layer), InboundNodes.of(layer));
        }
        JsonNode outputs = config.path("output_layers");
        JsonNode only = outputs.path(0).isArray() ? outputs.path(0) : outputs;
        if (outputs.path(0).isArray() && outputs.size() != 1) {
            throw unreadable();
        }
        return ending(architecture, only.path(0).asString(""));
    }

    private static Architecture ending(Architecture architecture, String output) {
        if (architecture.nodes().isEmpty() || !architecture.output().name().equals(output)) {
            throw unreadable();
        }
        return architecture;
    }

    private static boolean isInput(JsonNode layer) {
        return layer.path("class_name").asString("").equals("InputLayer");
    }

    private static String nameOf(JsonNode layer) {
        String name = layer.path("config").path("name").asString("");
        if (!name.matches("[A-Za-z0-9_.\\-]{1,100}")) {
            throw unreadable();
        }
        return name;
    }

    private static Shape inputShape(JsonNode config) {
        JsonNode batched = config.path(config.has("batch_shape") ? "batch_shape" : "batch_input_shape");
        List<Integer> sizes = new ArrayList<>();
        for (int i = 1; i < batched.size(); i++) {
            JsonNode size = batched.get(i);
            if (!size.isIntegralNumber() || !size.canConvertToInt() || size.intValue() < 1) {
                throw new RefusedModel(Reason.UNSUPPORTED_SETTING, "InputLayer", "batch_shape");
            }
            sizes.add(size.intValue());
        }
        if (sizes.size() != 3) {
            throw new RefusedModel(Reason.UNSUPPORTED_SETTING, "InputLayer", "batch_shape");
        }
        return new Shape(sizes);
    }

    private Layer layerOf(JsonNode layer) {
        LayerSettings settings = new LayerSettings(nameOf(layer), layer.path("config"));
        String type = layer.path("class_name").asString("");
        return switch (type) {
            case "Conv2D" -> Convolution.read(settings);
            case "SeparableConv2D" -> SeparableConvolution.read(settings);
            case "Dense" -> Dense.read(settings);
            case "MaxPooling2D", "AveragePooling2D" -> Pooling.read(type, settings);
            case "BatchNormalization" -> Normalization.read(settings);
            case Branching.ADD, Branching.CONCATENATE -> Branching.read(type, settings);
            case Plain.GLOBAL_AVERAGE_POOLING, Plain.FLATTEN, Plain.DROPOUT, Plain.ACTIVATION, Plain.RELU ->
                Plain.read(type, settings);
            case "Lambda" -> lambda();
            default -> throw new RefusedModel(Reason.UNKNOWN_LAYER, type.matches("\\w{1,60}") ? type : "?");
        };
    }

    private Layer lambda() {
        if (!lambdaIsPooling) {
            throw new RefusedModel(Reason.LAMBDA);
        }
        return Plain.globalAveragePooling();
    }

    static RefusedModel unreadable() {
        return new RefusedModel(Reason.UNREADABLE_ARCHITECTURE);
    }
}
