package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;

/** A password that would not hold: too short, too long, widely used, or the person's own name or e-mail. */
public class WeakPassword extends Refusal {
    private static final long serialVersionUID = 1L;

    WeakPassword(String what, Object... arguments) {
        super("refusal.weak-password." + what, arguments);
    }
}
