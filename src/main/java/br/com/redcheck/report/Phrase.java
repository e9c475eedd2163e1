package br.com.redcheck.report;

import java.util.Locale;

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

    /** The section as pages name it, such as {@code findings}. */
    public String part() {
        return section.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Phrase[***]";
    }
}
