package br.com.redcheck.patient;

import br.com.redcheck.platform.Refusal;

/** A patient without CPF is found again by the name of the mother only. */
public final class MotherMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public MotherMissing() {
        super("refusal.mother-missing");
    }
}
