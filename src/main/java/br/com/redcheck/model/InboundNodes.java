package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Whom a layer of a functional network reads, each time that it is used.
 *
 * <p>Keras 2 writes {@code [[["conv", 0, 0, {}], …]]}, Keras 3 {@code [{"args": [tensor or [tensor, …]], "kwargs": {}}]} with
 * {@code ["conv", 0, 0]} as a tensor's {@code keras_history}: the layer, the number of its use, the number of what it gave.
 */
final class InboundNodes {
    /** What a layer gives, the first time that it is used (0) or a later one. */
    record Source(String layer, int use) {}

    private InboundNodes() {}

    /** The sources of each use. */
    static List<List<Source>> of(JsonNode layer) {
        List<List<Source>> uses = new ArrayList<>();
        for (JsonNode node : layer.path("inbound_nodes")) {
            List<Source> sources = new ArrayList<>();
            if (node.isArray()) {
                node.forEach(history -> sources.add(source(history)));
            } else {
                JsonNode arguments = node.path("args");
                JsonNode tensors = arguments.path(0).isArray() ? arguments.path(0) : arguments;
                tensors.forEach(
                        tensor -> sources.add(source(tensor.path("config").path("keras_history"))));
            }
            uses.add(sources);
        }
        if (uses.isEmpty()) {
            throw ArchitectureReader.unreadable();
        }
        return uses;
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
