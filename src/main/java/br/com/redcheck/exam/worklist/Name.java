package br.com.redcheck.exam.worklist;

import br.com.redcheck.platform.Refusal;

/** What somebody calls a label or a filter: one line of 1 to 40 characters. */
record Name(String text) {
    private static final int LONGEST = 40;

    Name {
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > LONGEST
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadName();
        }
    }

    static Name parse(String typed) {
        return new Name(typed.strip());
    }

    /** Empty, too long, or more than one line. */
    static final class BadName extends Refusal {
        private static final long serialVersionUID = 1L;

        BadName() {
            super("refusal.bad-name", LONGEST);
        }
    }
}
