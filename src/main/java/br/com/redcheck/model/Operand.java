package br.com.redcheck.model;

import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * What Python computed with beside a tensor: a number, as in {@code x + 3} or {@code 1 - x}, or something that is not known here.
 *
 * @param number none if there is a tensor alone; NaN for what is not known
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

    /** Whether it is a number with which something can be computed. */
    boolean isKnown() {
        return Double.isFinite(number.orElse(Double.NaN));
    }

    private static OptionalDouble number(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value.isNumber() ? value.doubleValue() : Double.NaN);
    }
}
