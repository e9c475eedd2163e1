package br.com.redcheck.model;

import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * A number with which Python computed beside a tensor, {@code x + 3} or {@code 1 - x}.
 *
 * @param isFirst whether it stands before the tensor
 */
record Operand(OptionalDouble number, boolean isFirst) {
    static final Operand NONE = new Operand(OptionalDouble.empty(), false);

    static Operand first(JsonNode value) {
        return new Operand(number(value), true);
    }

    static Operand second(JsonNode value) {
        return new Operand(number(value), false);
    }

    private static OptionalDouble number(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue())
                ? OptionalDouble.of(value.doubleValue())
                : OptionalDouble.empty();
    }
}
