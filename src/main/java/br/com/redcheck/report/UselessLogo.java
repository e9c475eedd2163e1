package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;

/** A logo that is no picture of ours to paint, or a larger one than we take. */
class UselessLogo extends Refusal {
    private static final long serialVersionUID = 1L;

    UselessLogo() {
        super("refusal.useless-logo", Logo.MOST_BYTES >> 20, Logo.LONGEST_SIDE);
    }
}
