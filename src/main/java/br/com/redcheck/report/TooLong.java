package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;

/** There is more of something than a report holds. */
class TooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    private TooLong(String what, int most) {
        super("refusal.report-too-long." + what, most);
    }

    static TooLong section() {
        return new TooLong("section", ReportText.LONGEST_SECTION);
    }

    static TooLong caption() {
        return new TooLong("caption", ReportText.LONGEST_CAPTION);
    }

    static TooLong pictures() {
        return new TooLong("pictures", ReportText.MOST_PICTURES);
    }
}
