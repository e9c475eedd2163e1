package br.com.redcheck.account.secondfactor;

import br.com.redcheck.platform.Refusal;

/** What the browser sent is not a new passkey for the challenge it was given. */
class PasskeyNotAccepted extends Refusal {
    private static final long serialVersionUID = 1L;

    PasskeyNotAccepted() {
        super("refusal.passkey-not-accepted");
    }

    PasskeyNotAccepted(Throwable cause) {
        this();
        initCause(cause);
    }
}
