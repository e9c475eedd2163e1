package br.com.redcheck.patient.consent;

import br.com.redcheck.platform.Refusal;

/** There is a newer text to agree to, or the one that was agreed to holds no longer. */
public final class TextMovedOn extends Refusal {
    private static final long serialVersionUID = 1L;

    TextMovedOn() {
        super("refusal.consent-text-moved-on");
    }
}
