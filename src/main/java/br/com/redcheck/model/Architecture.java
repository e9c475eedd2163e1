package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layers of a network and how they hang together, checked: every layer known, every shape fitting, nothing larger than the
 * limits. What Keras 2 and Keras 3 write, in a row or as a graph, all comes out as one graph.
 */
final class Architecture {
    /** A layer in its place: where it comes from, what it is, whom it reads, and the shape of what it gives. */
    record Node(
            String name, Origin origin, Layer layer, List<String> inputs, Shape output, List<Layer.Demand> demands) {}

    private final String inputName;
    private final Shape input;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private long work;
    private final KerasLimits limits;
    private final List<String> heldInTraining = new ArrayList<>();

    Architecture(String inputName, Shape input, KerasLimits limits) {
        this.inputName = inputName;
        this.input = input;
        this.limits = limits;
        if (!input.isImage() || input.values() > limits.activations()) {
            throw new RefusedModel(Reason.TOO_LARGE_ACTIVATION, inputName, limits.activations());
        }
    }

    /** Hangs a layer on those that are there already. */
    void add(String name, Origin origin, Layer layer, List<String> inputs) {
        if (!isFree(name)) {
            throw new RefusedModel(Reason.UNREADABLE_ARCHITECTURE);
        }
        List<Shape> shapes = inputs.stream().map(this::shapeOf).toList();
        try {
            Shape output = outputOf(name, layer, shapes);
            nodes.put(name, new Node(name, origin, layer, List.copyOf(inputs), output, layer.demands(shapes)));
            work = Math.addExact(work, layer.work(shapes, output));
        } catch (ArithmeticException overflow) {
            throw new RefusedModel(Reason.TOO_LARGE_ACTIVATION, name, limits.activations());
        }
        if (work > limits.work()) {
            throw new RefusedModel(Reason.TOO_MUCH_WORK, name, limits.work());
        }
    }

    /** Notes that a layer has a regularizer or a constraint, which acts in training alone. */
    void noteHeldInTraining(String name) {
        heldInTraining.add(name);
    }

    /** The layers of which that was noted. */
    List<String> heldInTraining() {
        return List.copyOf(heldInTraining);
    }

    /** Whether no layer has that name yet. */
    boolean isFree(String name) {
        return !nodes.containsKey(name) && !name.equals(inputName);
    }

    private Shape shapeOf(String name) {
        if (name.equals(inputName)) {
            return input;
        }
        return Optional.ofNullable(nodes.get(name))
                .map(Node::output)
                .orElseThrow(() -> new RefusedModel(Reason.UNREADABLE_ARCHITECTURE));
    }

    private Shape outputOf(String name, Layer layer, List<Shape> inputs) {
        Shape output = layer.output(inputs);
        if (output.values() > limits.activations()) {
            throw new RefusedModel(Reason.TOO_LARGE_ACTIVATION, name, limits.activations());
        }
        return output;
    }

    /** How many parameters the layers demand; never more than the limit. */
    long parameters() {
        long sum = 0;
        for (Node node : nodes.values()) {
            for (Layer.Demand demand : node.demands()) {
                sum += sizeOf(demand);
                if (sum > limits.parameters()) {
                    throw new RefusedModel(Reason.TOO_MANY_PARAMETERS, limits.parameters());
                }
            }
        }
        return sum;
    }

    private long sizeOf(Layer.Demand demand) {
        try {
            return Math.min(demand.shape().values(), limits.parameters() + 1);
        } catch (ArithmeticException overflow) {
            return limits.parameters() + 1;
        }
    }

    String inputName() {
        return inputName;
    }

    Shape input() {
        return input;
    }

    /** The layers, each after those that it reads; the input is not among them. */
    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /** The layer that gives the answer: the last one. */
    Node output() {
        List<Node> all = new ArrayList<>(nodes.values());
        return all.get(all.size() - 1);
    }

    /** The layer that answers: the last one, but for those behind it that only call its values otherwise. */
    Node answer() {
        Node at = output();
        while (at.layer() instanceof Reshaping
                && before(at).filter(node -> !node.output().hasPlaces()).isPresent()) {
            at = before(at).orElseThrow();
        }
        return at;
    }

    /** The layer that a layer reads, its first one; none if it reads the picture. */
    Optional<Node> before(Node node) {
        return node(node.inputs().get(0));
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(nodes.get(name));
    }
}
