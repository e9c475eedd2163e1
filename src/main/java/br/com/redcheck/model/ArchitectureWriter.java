package br.com.redcheck.model;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an architecture as the functional JSON of Keras 2, the one form that the importer gets to see. */
final class ArchitectureWriter {
    private final Architecture architecture;

    ArchitectureWriter(Architecture architecture) {
        this.architecture = architecture;
    }

    String write() {
        ObjectNode model = JsonNodeFactory.instance.objectNode().put("class_name", "Model");
        model.put("keras_version", "2.4.0").put("backend", "tensorflow");
        ObjectNode config = model.putObject("config").put("name", "network");
        ArrayNode layers = config.putArray("layers");
        writeInput(layers.addObject());
        architecture.nodes().forEach(node -> writeLayer(node, layers.addObject()));
        reference(config.putArray("input_layers"), architecture.inputName());
        reference(config.putArray("output_layers"), architecture.output().name());
        return model.toString();
    }

    private void writeInput(ObjectNode layer) {
        layer.put("class_name", "InputLayer").put("name", architecture.inputName());
        ObjectNode config = layer.putObject("config").put("name", architecture.inputName());
        config.put("dtype", "float32").put("sparse", false);
        ArrayNode shape = config.putArray("batch_input_shape").addNull();
        architecture.input().sizes().forEach(shape::add);
        layer.putArray("inbound_nodes");
    }

    private static void writeLayer(Architecture.Node node, ObjectNode layer) {
        layer.put("class_name", node.layer().type()).put("name", node.name());
        layer.set("config", node.layer().settings().put("name", node.name()));
        ArrayNode inbound = layer.putArray("inbound_nodes").addArray();
        for (String input : node.inputs()) {
            history(inbound.addArray(), input).addObject();
        }
    }

    private static void reference(ArrayNode list, String layer) {
        history(list.addArray(), layer);
    }

    private static ArrayNode history(ArrayNode entry, String layer) {
        return entry.add(layer).add(0).add(0);
    }
}
