package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;

/** A letterhead without a name, or with more than fits at the head of a page. */
class UselessLetterhead extends Refusal {
    private static final long serialVersionUID = 1L;

    UselessLetterhead() {
        super(
                "refusal.useless-letterhead",
                Letterhead.LONGEST_NAME,
                Letterhead.LONGEST_ADDRESS,
                Letterhead.LONGEST_PHONE);
    }
}
