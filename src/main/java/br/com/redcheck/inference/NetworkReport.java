package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Shape;
import br.com.redcheck.model.TrainedNetwork;
import br.com.redcheck.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a network is made of, for people and for programs.
 *
 * @param tried what it answered when it was tried; empty if it was not
 */
record NetworkReport(TrainedNetwork network, Optional<List<Double>> tried) {
    /** One line for each fact, then one for each layer. */
    List<String> lines(Messages messages, Locale language) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.text(language, "model.check.sha256", network.sha256()));
        lines.add(messages.text(language, "model.check.input", network.input()));
        lines.add(messages.text(language, "model.check.output", network.answer().output()));
        lines.add(messages.text(language, "model.check.parameters", network.parameters()));
        lines.add(network.noMap()
                .map(reason -> messages.text(language, "model.check.no-map." + kebab(reason)))
                .orElseGet(() -> messages.text(
                        language, "model.check.map", network.features().orElse(""))));
        tried.ifPresent(answer -> lines.add(messages.text(
                language,
                "model.check.tried",
                answer.stream().map(String::valueOf).collect(Collectors.joining(" ")))));
        if (!network.heldInTraining().isEmpty()) {
            String held = String.join(", ", network.heldInTraining());
            lines.add(messages.text(language, "model.check.held-in-training", held));
        }
        lines.add(messages.text(language, "model.check.layers", network.layers().size()));
        for (NetworkLayer layer : network.layers()) {
            lines.add("  %-28s %-24s %-16s %,12d"
                    .formatted(layer.name(), layer.type(), layer.output(), layer.parameters()));
        }
        return lines;
    }

    /** The same as one JSON object. */
    String json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode().put("sha256", network.sha256());
        report.set("input", sizes(network.input()));
        report.set("output", sizes(network.answer().output()));
        report.put("parameters", network.parameters());
        report.put("cam", network.noMap().isEmpty());
        report.put("cam_layer", network.noMap().isEmpty() ? network.features().orElse(null) : null);
        report.put("no_cam", network.noMap().map(NetworkReport::kebab).orElse(null));
        tried.ifPresent(answer -> answer.forEach(report.withArray("tried")::add));
        network.heldInTraining().forEach(report.putArray("held_in_training")::add);
        ArrayNode layers = report.putArray("layers");
        for (NetworkLayer layer : network.layers()) {
            ObjectNode entry = layers.addObject().put("name", layer.name()).put("type", layer.type());
            entry.set("output", sizes(layer.output()));
            ObjectNode weights = entry.put("parameters", layer.parameters()).putObject("weights");
            layer.weights().forEach(tensor -> weights.set(tensor.role(), sizes(tensor.shape())));
        }
        return report.putNull("refused").toString();
    }

    private static ArrayNode sizes(Shape shape) {
        ArrayNode sizes = JsonNodeFactory.instance.arrayNode();
        shape.sizes().forEach(sizes::add);
        return sizes;
    }

    private static String kebab(TrainedNetwork.NoMap reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
