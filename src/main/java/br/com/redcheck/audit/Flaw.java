package br.com.redcheck.audit;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first place at which the chain does not hold.
 *
 * @param number of the entry
 * @param day of the closing, where that is what does not hold
 */
record Flaw(Kind kind, long number, @Nullable LocalDate day) {
    /** What is wrong. The text is under {@code audit.flaw.} and the name. */
    enum Kind {
        /** There is no such entry, though there are later ones. */
        MISSING,
        /** The entry does not follow from the one before: they were exchanged, or one was put in or written anew. */
        OUT_OF_ORDER,
        /** The entry is not what was hashed. */
        CHANGED,
        /** There is no such entry, and none after it, though there have been. */
        TAIL_REMOVED,
        /** What is kept about the newest entry does not fit it. */
        HEAD_CHANGED,
        /** What is kept about a day that is over does not fit its entries. */
        DAY_CHANGED,
        /** A day's anchor is not the one that was noted down elsewhere. */
        ANCHOR_DIFFERS;

        /** The key of what it says to a person; {0} is the number, {1} the day. */
        public String key() {
            return "audit.flaw." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Flaw at(Kind kind, long number) {
        return new Flaw(kind, number, null);
    }

    static Flaw of(Kind kind, long number, LocalDate day) {
        return new Flaw(kind, number, day);
    }

    /** What fills the places of the text. */
    public Object[] arguments() {
        return new Object[] {Long.toString(number), day == null ? "" : day.toString()};
    }
}
