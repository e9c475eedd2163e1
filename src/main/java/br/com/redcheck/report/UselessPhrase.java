package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;

/** There is nothing in it, or too much, or there are too many already. */
class UselessPhrase extends Refusal {
    private static final long serialVersionUID = 1L;

    UselessPhrase(int longest) {
        super("refusal.useless-phrase", longest);
    }

    private UselessPhrase(String why, int most) {
        super("refusal.useless-phrase." + why, most);
    }

    static UselessPhrase tooMany(int most) {
        return new UselessPhrase("too-many", most);
    }
}
