package br.com.redcheck.person;

import br.com.redcheck.platform.Refusal;

/** Not an e-mail address that mail could be sent to. */
public class InvalidEmailAddress extends Refusal {
    private static final long serialVersionUID = 1L;

    InvalidEmailAddress() {
        super("refusal.invalid-email-address");
    }
}
