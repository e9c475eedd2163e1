package br.com.redcheck.patient.consent;

import br.com.redcheck.platform.Refusal;

/** The doctor has not declared that the paper is the patient's own word. */
public final class NotDeclared extends Refusal {
    private static final long serialVersionUID = 1L;

    NotDeclared() {
        super("refusal.consent-not-declared");
    }
}
