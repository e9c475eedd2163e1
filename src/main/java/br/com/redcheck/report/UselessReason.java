package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;

/** Whoever withdraws a report says why, in a few sentences. */
class UselessReason extends Refusal {
    private static final long serialVersionUID = 1L;

    static final int LONGEST = 1000;

    UselessReason() {
        super("refusal.useless-reason", LONGEST);
    }
}
