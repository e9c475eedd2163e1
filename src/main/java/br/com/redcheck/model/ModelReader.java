package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Hangs the layers of a model into the one graph, those of models within it too, and leaves out what does not compute.
 *
 * <p>A layer that is used in several places is taken if nothing was learnt in it; one with weights is refused by name.
 */
final class ModelReader {
    private final Architecture architecture;
    private final LayerReader layers;
    private final List<String> above;
    private final Set<String> outermost;
    /** Who in the graph gives what a layer of this model gives, by its name and the number of its use. */
    private final Map<String, String> givers = new HashMap<>();

    /**
     * @param above the names of the models that this one lies in, outermost first; empty for the network itself
     * @param outermost the names of the network's own layers, which those of models within it leave to them
     */
    ModelReader(Architecture architecture, LayerReader layers, List<String> above, Set<String> outermost) {
        this.architecture = architecture;
        this.layers = layers;
        this.above = above;
        this.outermost = outermost;
    }

    /**
     * Reads a model.
     *
     * @param input who gives the picture that it reads
     * @return who gives what the model gives
     */
    String read(JsonNode model, String input) {
        JsonNode all = ArchitectureReader.layersOf(model);
        return ArchitectureReader.typeOf(model).equals("Sequential") ? row(all, input) : graph(model, all, input);
    }

    private String row(JsonNode all, String input) {
        String before = input;
        for (JsonNode layer : all) {
            if (!ArchitectureReader.isInput(layer)) {
                before = place(layer, 0, Operand.NONE, List.of(before));
            }
        }
        return before;
    }

    private String graph(JsonNode model, JsonNode all, String input) {
        Deque<Use> waiting = new ArrayDeque<>();
        for (JsonNode layer : all) {
            if (!ArchitectureReader.isInput(layer)) {
                waiting.addAll(Use.of(layer));
            } else if (givers.isEmpty()) {
                remember(ArchitectureReader.nameOf(layer), 0, input);
            } else {
                throw ArchitectureReader.unreadable();
            }
        }
        placeAll(waiting);
        return giver(InboundNodes.output(model));
    }

    /** Keras lists a layer once, at its first use, so what a later use reads may be listed after it. */
    private void placeAll(Deque<Use> waiting) {
        int inVain = 0;
        while (!waiting.isEmpty()) {
            Use next = waiting.remove();
            List<InboundNodes.Source> sources = next.use().sources();
            if (sources.stream().allMatch(this::isThere)) {
                List<String> inputs = sources.stream().map(this::giver).toList();
                place(next.layer(), next.number(), next.use().operand(), inputs);
                inVain = 0;
            } else if (inVain++ < waiting.size()) {
                waiting.add(next);
            } else {
                throw ArchitectureReader.unreadable();
            }
        }
    }

    /** One of the places in which a layer is used. */
    private record Use(JsonNode layer, int number, InboundNodes.Use use) {
        static List<Use> of(JsonNode layer) {
            List<InboundNodes.Use> uses = InboundNodes.of(layer);
            return IntStream.range(0, uses.size())
                    .mapToObj(i -> new Use(layer, i, uses.get(i)))
                    .toList();
        }
    }

    private boolean isThere(InboundNodes.Source source) {
        return givers.containsKey(key(source.layer(), source.use()));
    }

    private String giver(InboundNodes.Source source) {
        return Optional.ofNullable(givers.get(key(source.layer(), source.use())))
                .orElseThrow(ArchitectureReader::unreadable);
    }

    private String place(JsonNode layer, int use, Operand operand, List<String> inputs) {
        String name = ArchitectureReader.nameOf(layer);
        if (ArchitectureReader.isModel(layer)) {
            return placeModel(name, layer, use, only(inputs));
        }
        String giver = layers.read(layer, operand)
                .map(computed -> hang(name, use, computed, inputs))
                .orElseGet(() -> only(inputs));
        remember(name, use, giver);
        return giver;
    }

    /** Keras 2 counts the making of a model as its use number 0, Keras 3 does not. */
    private String placeModel(String name, JsonNode model, int use, String input) {
        if (use > 0) {
            throw new RefusedModel(Reason.SHARED_LAYER, name);
        }
        String giver = new ModelReader(architecture, layers, within(name), outermost).read(model, input);
        remember(name, 0, giver);
        remember(name, 1, giver);
        return giver;
    }

    private String hang(String name, int use, Layer layer, List<String> inputs) {
        String free = freeName(use == 0 ? name : name + ":" + (use + 1));
        architecture.add(free, new Origin(above, name), layer, inputs);
        if (use > 0 && !architecture.output().demands().isEmpty()) {
            throw new RefusedModel(Reason.SHARED_LAYER, name);
        }
        return free;
    }

    /** The name itself, or behind those of the models around it, or with a number too. */
    private String freeName(String name) {
        String qualified = String.join("/", within(name));
        return Stream.concat(
                        Stream.of(name),
                        Stream.iterate(1, i -> i + 1).map(i -> i == 1 ? qualified : qualified + ":" + i))
                .filter(this::isFree)
                .findFirst()
                .orElseThrow();
    }

    private boolean isFree(String name) {
        return architecture.isFree(name) && (above.isEmpty() || !outermost.contains(name));
    }

    private List<String> within(String name) {
        return Stream.concat(above.stream(), Stream.of(name)).toList();
    }

    private static String only(List<String> inputs) {
        if (inputs.size() != 1) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        return inputs.get(0);
    }

    private void remember(String name, int use, String giver) {
        if (givers.put(key(name, use), giver) != null) {
            throw ArchitectureReader.unreadable();
        }
    }

    private static String key(String layer, int use) {
        return use + " " + layer;
    }
}
