package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;

/** What somebody who is signed in typed to confirm a grave step is not their password, or was not so too often. */
public class WrongPassword extends Refusal {
    private static final long serialVersionUID = 1L;

    WrongPassword() {
        super("refusal.wrong-password");
    }
}
