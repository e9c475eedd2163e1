package br.com.redcheck.account;

import org.springframework.security.authentication.AccountStatusException;

/** The password is right, but nobody has shown yet that the e-mail is theirs. */
class NotConfirmed extends AccountStatusException {
    private static final long serialVersionUID = 1L;

    NotConfirmed() {
        super("e-mail not confirmed");
    }
}
