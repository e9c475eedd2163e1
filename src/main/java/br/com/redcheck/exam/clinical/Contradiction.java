package br.com.redcheck.exam.clinical;

import br.com.redcheck.platform.Refusal;

/** Two answers of which one must be wrong. */
final class Contradiction extends Refusal {
    private static final long serialVersionUID = 1L;

    private Contradiction(String what, Object... arguments) {
        super("refusal.contradiction." + what, arguments);
    }

    static Contradiction symptomsAndNone() {
        return new Contradiction("symptoms-and-none");
    }

    static Contradiction onsetWithoutSymptoms() {
        return new Contradiction("onset-without-symptoms");
    }

    static Contradiction dayWithoutTest() {
        return new Contradiction("day-without-test");
    }
}
