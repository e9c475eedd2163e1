package br.com.redcheck.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rescaling, and what Python computes of a tensor and a number: each channel times a factor, plus an offset.
 *
 * @param scale one for each channel, or one for all
 * @param offset the like
 */
record Scaling(List<Double> scale, List<Double> offset) implements Layer {
    static Scaling read(LayerSettings settings) {
        List<Double> offset = settings.numbers("offset");
        return new Scaling(settings.numbers("scale"), offset.isEmpty() ? List.of(0.0) : offset);
    }

    /** Python's operator with a number, if it is one that scales. */
    static Optional<Layer> by(String operator, Operand operand) {
        double number = operand.number().orElseThrow();
        return switch (operator) {
            case "Add" -> Optional.of(of(1, number));
            case "Subtract" -> Optional.of(operand.isFirst() ? of(-1, number) : of(1, -number));
            case "Multiply" -> Optional.of(of(number, 0));
            case "Divide", "TrueDivide" ->
                operand.isFirst() || number == 0 ? Optional.empty() : Optional.of(of(1 / number, 0));
            default -> Optional.empty();
        };
    }

    private static Scaling of(double factor, double offset) {
        return new Scaling(List.of(factor), List.of(offset));
    }

    /** What each channel is multiplied by. */
    double[] factors(int channels) {
        return IntStream.range(0, channels)
                .mapToDouble(channel -> scale.get(Math.min(channel, scale.size() - 1)))
                .toArray();
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape input = Layer.only(inputs);
        Layer.oneOrEach(scale.size(), input);
        Layer.oneOrEach(offset.size(), input);
        return input;
    }

    @Override
    public String type() {
        return "Rescaling";
    }

    @Override
    public ObjectNode settings() {
        ObjectNode settings = Layer.blank();
        ArrayNode factors = settings.putArray("scale");
        scale.forEach(factors::add);
        ArrayNode offsets = settings.putArray("offset");
        offset.forEach(offsets::add);
        return settings;
    }
}
