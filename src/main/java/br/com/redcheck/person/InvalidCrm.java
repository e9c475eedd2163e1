package br.com.redcheck.person;

import br.com.redcheck.platform.Refusal;

/** Not a number of a regional council of medicine. */
public class InvalidCrm extends Refusal {
    private static final long serialVersionUID = 1L;

    InvalidCrm() {
        super("refusal.invalid-crm");
    }
}
