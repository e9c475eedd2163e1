package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Refusal;

/** Nobody reads more papers than this for one decision. */
class TooMuchEvidence extends Refusal {
    private static final long serialVersionUID = 1L;

    TooMuchEvidence(int most) {
        super("refusal.too-much-evidence", most);
    }
}
