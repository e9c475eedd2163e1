package br.com.redcheck.account.secondfactor;

import br.com.redcheck.platform.Refusal;

/** Whoever is to show their second factor once more has not. */
class NotShownAgain extends Refusal {
    private static final long serialVersionUID = 1L;

    private NotShownAgain(String what) {
        super("refusal.not-shown-again." + what);
    }

    static NotShownAgain code() {
        return new NotShownAgain("code");
    }

    static NotShownAgain passkey() {
        return new NotShownAgain("passkey");
    }
}
