package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * The last day of a licence that an administrator gives.
 *
 * @param day after today, within five years
 */
record LastDay(LocalDate day) {
    private static final int USUAL_YEARS = 2;
    private static final int MOST_YEARS = 5;

    /** What is proposed when nobody says another day. */
    static LastDay usual(LocalDate today) {
        return new LastDay(today.plusYears(USUAL_YEARS));
    }

    /**
     * Reads a day as browsers send it, {@code 2028-11-23}.
     *
     * @throws Unlikely if it is none, has passed, or is too far away
     */
    static LastDay parse(String text, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(today) && !day.isAfter(today.plusYears(MOST_YEARS))) {
                return new LastDay(day);
            }
        } catch (DateTimeParseException e) {
            throw new Unlikely(e);
        }
        throw new Unlikely();
    }

    /** A licence lasts beyond today, and somebody looks at it again within five years. */
    static final class Unlikely extends Refusal {
        private static final long serialVersionUID = 1L;

        private Unlikely() {
            super("refusal.unlikely-day", MOST_YEARS);
        }

        private Unlikely(DateTimeParseException cause) {
            this();
            initCause(cause);
        }
    }
}
