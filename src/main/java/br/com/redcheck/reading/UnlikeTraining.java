package br.com.redcheck.reading;

import br.com.redcheck.platform.Refusal;
import java.util.Locale;

/** What was given to a network is so unlike what it was trained with that its answer would mean nothing. */
final class UnlikeTraining extends Refusal {
    private static final long serialVersionUID = 1L;

    private final double unlikeness;

    /** @param unlikeness 1 at the limit */
    UnlikeTraining(double unlikeness) {
        super("refusal.unlike-training", String.format(Locale.ROOT, "%.1f", unlikeness));
        this.unlikeness = unlikeness;
    }

    double unlikeness() {
        return unlikeness;
    }
}
