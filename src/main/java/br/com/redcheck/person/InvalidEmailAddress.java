package br.com.redcheck.person;

import br.com.redcheck.platform.Refusal;

/** Not an e-mail address that mail could be sent to. */
public class InvalidEmailAddress extends Refusal {
    private static final long serialVersionUID = 1L;

    InvalidEmailAddress() {
        this("refusal.invalid-email-address");
    }

    private InvalidEmailAddress(String key) {
        super(key);
    }

    /** What stands before the @ is not in ASCII. */
    static InvalidEmailAddress name() {
        return new InvalidEmailAddress("refusal.invalid-email-address.name");
    }

    /** What stands after the @ could mean two domains. */
    static InvalidEmailAddress domain() {
        return new InvalidEmailAddress("refusal.invalid-email-address.domain");
    }
}
