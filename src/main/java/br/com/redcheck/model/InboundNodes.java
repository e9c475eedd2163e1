package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Whom a layer of a functional network reads.
 *
 * <p>Keras 2 writes {@code [[["conv", 0, 0, {}], …]]}, Keras 3 {@code [{"args": [tensor or [tensor, …]], "kwargs": {}}]} with
 * {@code ["conv", 0, 0]} as a tensor's {@code keras_history}. A layer used twice, which would have several nodes, is not taken.
 */
final class InboundNodes {
    private InboundNodes() {}

    static List<String> of(JsonNode layer) {
        JsonNode nodes = layer.path("inbound_nodes");
        if (nodes.size() != 1) {
            throw ArchitectureReader.unreadable();
        }
        List<String> names = new ArrayList<>();
        if (nodes.get(0).isArray()) {
            nodes.get(0).forEach(history -> names.add(first(history)));
        } else {
            JsonNode arguments = nodes.get(0).path("args");
            JsonNode tensors = arguments.path(0).isArray() ? arguments.path(0) : arguments;
            tensors.forEach(tensor -> names.add(first(tensor.path("config").path("keras_history"))));
        }
        return names;
    }

    private static String first(JsonNode history) {
        if (!history.path(0).isString()
                || history.path(1).asInt(-1) != 0
                || history.path(2).asInt(-1) != 0) {
            throw ArchitectureReader.unreadable();
        }
        return history.path(0).stringValue();
    }
}
