package br.com.redcheck.patient.consent;

import br.com.redcheck.platform.Refusal;

/** No purpose was chosen. */
public final class NothingAgreedTo extends Refusal {
    private static final long serialVersionUID = 1L;

    NothingAgreedTo() {
        super("refusal.nothing-agreed-to");
    }
}
