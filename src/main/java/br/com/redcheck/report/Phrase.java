package br.com.redcheck.report;

/** A sentence to be put into reports, and the part of a report in which it is offered. */
record Phrase(Section section, String text) {
    /** More than that is a report, not a phrase. */
    static final int LONGEST = 2000;

    Phrase {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new UselessPhrase(LONGEST);
        }
    }

    @Override
    public String toString() {
        return "Phrase[***]";
    }
}
