package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Whom a layer of a functional network reads, each time that it is used.
 *
 * <p>Keras 2 writes {@code [[["conv", 0, 0, {}], …]]}, Keras 3 {@code [{"args": [tensor or [tensor, …]], "kwargs": {}}]} with
 * {@code ["conv", 0, 0]} as a tensor's {@code keras_history}: the layer, the number of its use, the number of what it gave. Where
 * Python computed with a tensor and a number, the number stands beside the tensor, in Keras 2 as {@code {"y": 3.0}}, where the
 * second of two tensors stands too.
 */
final class InboundNodes {
    /** What a layer gives, the first time that it is used (0) or a later one. */
    record Source(String layer, int use) {}

    /** One of the places in which a layer is used: whom it reads, and the number that is computed with, if there is one. */
    record Use(List<Source> sources, Operand operand) {}

    private InboundNodes() {}

    /** Each use of a layer. */
    static List<Use> of(JsonNode layer) {
        List<Use> uses = new ArrayList<>();
        for (JsonNode node : layer.path("inbound_nodes")) {
            uses.add(node.isArray() ? keras2(node) : keras3(node));
        }
        if (uses.isEmpty()) {
            throw ArchitectureReader.unreadable();
        }
        return uses;
    }

    private static Use keras2(JsonNode node) {
        List<Source> sources = new ArrayList<>();
        node.forEach(history -> sources.add(source(history)));
        JsonNode other = node.path(0).path(3).path("y");
        if (other.isArray()) {
            sources.add(source(other));
        }
        return new Use(sources, Operand.second(other));
    }

    private static Use keras3(JsonNode node) {
        JsonNode arguments = node.path("args");
        JsonNode tensors = arguments.path(0).isArray() ? arguments.path(0) : arguments;
        List<Source> sources = new ArrayList<>();
        for (JsonNode tensor : tensors) {
            if (!tensor.isNumber()) {
                sources.add(source(tensor.path("config").path("keras_history")));
            }
        }
        boolean first = tensors.path(0).isNumber();
        return new Use(sources, first ? Operand.first(tensors.path(0)) : Operand.second(tensors.path(1)));
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
