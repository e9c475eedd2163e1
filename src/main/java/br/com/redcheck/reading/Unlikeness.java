package br.com.redcheck.reading;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a result when its images are unlike what the network was trained with: beyond the limit no class, and far beyond it
 * nothing. ADR 10 says why.
 */
final class Unlikeness {
    private static final double LIMIT = 1;
    private static final double FAR = 2.5;

    private Unlikeness() {}

    /** Whether no class is told; what was not measured is not unlike. */
    static boolean unlike(@Nullable Double unlikeness) {
        return unlikeness != null && unlikeness > LIMIT;
    }

    /** @throws UnlikeTraining if no probability is told either */
    static void require(OptionalDouble unlikeness) {
        if (unlikeness.orElse(0) > FAR) {
            throw new UnlikeTraining(unlikeness.getAsDouble());
        }
    }
}
