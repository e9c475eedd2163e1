package br.com.redcheck.reading.performance;

import br.com.redcheck.exam.Truth;
import java.util.Optional;

/** Where an exam that a network has read is counted. */
enum Cell {
    TRUE_POSITIVE,
    FALSE_NEGATIVE,
    FALSE_POSITIVE,
    TRUE_NEGATIVE,
    /** What was told of the case does not count as either. */
    UNDECIDED,
    /** Nothing was told of the case yet. */
    NO_OUTCOME;

    /** @param positive whether the network calls the exam suspected */
    static Cell of(boolean positive, Optional<Truth> truth) {
        if (truth.isEmpty()) {
            return NO_OUTCOME;
        }
        return switch (truth.get()) {
            case COVID_19 -> positive ? TRUE_POSITIVE : FALSE_NEGATIVE;
            case OTHER -> positive ? FALSE_POSITIVE : TRUE_NEGATIVE;
            case UNDECIDED -> UNDECIDED;
        };
    }
}
