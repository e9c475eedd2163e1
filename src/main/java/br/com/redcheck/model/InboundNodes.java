package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Whom a layer of a functional network reads, each time that it is used.
 *
 * <p>Keras 2 writes {@code [[["conv", 0, 0, {}], …]]}, Keras 3 {@code [{"args": [tensor or [tensor, …]], "kwargs": {}}]} with
 * {@code ["conv", 0, 0]} as a tensor's {@code keras_history}: the layer, the number of its use, the number of what it gave. Where
 * Python computed with a tensor and a number, the number stands beside the tensor, in Keras 2 as {@code {"y": 3.0}}, where the
 * second of two tensors stands too, or as {@code ["_CONSTANT_VALUE", -1, 3.0, {"y": tensor}]} before it.
 */
final class InboundNodes {
    /** What a layer gives, the first time that it is used (0) or a later one. */
    record Source(String layer, int use) {}

    /** One of the places in which a layer is used: whom it reads, and the number that is computed with, if there is one. */
    record Use(List<Source> sources, Operand operand) {}

    private InboundNodes() {}

    /**
     * Each use of a layer.
     *
     * @throws RefusedModel if one of them asks for what the layer does in training
     */
    static List<Use> of(JsonNode layer) {
        List<Use> uses = new ArrayList<>();
        for (JsonNode node : layer.path("inbound_nodes")) {
            JsonNode arguments = node.isArray() ? first(node).path(3) : node.path("kwargs");
            if (arguments.path("training").asBoolean(false)) {
                throw new RefusedModel(Reason.UNSUPPORTED_SETTING, ArchitectureReader.nameOf(layer), "training");
            }
            uses.add(node.isArray() ? keras2(node) : keras3(node));
        }
        if (uses.isEmpty()) {
            throw ArchitectureReader.unreadable();
        }
        return uses;
    }

    private static Use keras2(JsonNode node) {
        List<Source> sources = new ArrayList<>();
        JsonNode first = first(node);
        JsonNode other = first.path(3).path("y");
        if (first.path(0).asString("").equals("_CONSTANT_VALUE")) {
            return new Use(List.of(source(other)), Operand.first(first.path(2)));
        }
        if (other.path(0).isString()) {
            return new Use(List.of(source(first), source(other)), Operand.NONE);
        }
        if (node.path(0).isArray()) {
            node.forEach(history -> sources.add(source(history)));
        } else {
            sources.add(source(node));
        }
        return new Use(sources, Operand.second(other));
    }

    /** Where Python computed, the only tensor stands without a list around it. */
    private static JsonNode first(JsonNode node) {
        return node.path(0).isArray() ? node.path(0) : node;
    }

    private static Use keras3(JsonNode node) {
        JsonNode arguments = node.path("args");
        JsonNode tensors = arguments.path(0).isArray() ? arguments.path(0) : arguments;
        List<Source> sources = new ArrayList<>();
        Operand operand = Operand.NONE;
        for (JsonNode tensor : tensors) {
            if (tensor.path("config").has("keras_history")) {
                sources.add(source(tensor.path("config").path("keras_history")));
            } else {
                operand = sources.isEmpty() ? Operand.first(tensor) : Operand.second(tensor);
            }
        }
        return new Use(sources, operand);
    }

    /** The only output of a functional model. */
    static Source output(JsonNode model) {
        JsonNode outputs = model.path("config").path("output_layers");
        if (outputs.path(0).isArray() && outputs.size() != 1) {
            throw ArchitectureReader.unreadable();
        }
        return source(outputs.path(0).isArray() ? outputs.path(0) : outputs);
    }

    private static Source source(JsonNode history) {
        if (!history.path(0).isString()
                || !history.path(1).isInt()
                || history.path(2).asInt(-1) != 0) {
            throw ArchitectureReader.unreadable();
        }
        return new Source(history.path(0).stringValue(), history.path(1).intValue());
    }
}
