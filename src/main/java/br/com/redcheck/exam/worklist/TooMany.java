package br.com.redcheck.exam.worklist;

import br.com.redcheck.platform.Refusal;

/** There are as many labels or saved filters as fit on a page. */
final class TooMany extends Refusal {
    private static final long serialVersionUID = 1L;

    private TooMany(String what, int most) {
        super("refusal.too-many." + what, most);
    }

    static TooMany labels(int most) {
        return new TooMany("labels", most);
    }

    static TooMany filters(int most) {
        return new TooMany("filters", most);
    }
}
