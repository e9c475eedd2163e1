package br.com.redcheck.person;

import br.com.redcheck.platform.Refusal;

/** Not a Brazilian telephone number with its area code. */
public class InvalidPhone extends Refusal {
    private static final long serialVersionUID = 1L;

    InvalidPhone() {
        super("refusal.invalid-phone");
    }
}
