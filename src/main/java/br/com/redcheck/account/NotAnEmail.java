package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;

/** What was typed is no e-mail address. */
public class NotAnEmail extends Refusal {
    private static final long serialVersionUID = 1L;

    NotAnEmail() {
        super("refusal.not-an-email");
    }
}
