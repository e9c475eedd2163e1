package br.com.redcheck.exam.clinical;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Which days can be meant.
 *
 * @param today the latest; in some part of the country it has begun
 */
record Days(LocalDate today) {
    /** The first patient who is known fell ill on this day (Huang et al., Lancet 2020; 395: 497-506). */
    static final LocalDate FIRST_CASE = LocalDate.of(2019, 12, 1);

    /** Nobody is known to have lived longer than 122 years. */
    private static final int OLDEST_YEARS = 125;

    /**
     * Reads a day of birth.
     *
     * @throws ImplausibleDay if nobody who lives was born then
     */
    LocalDate birth(String text) {
        LocalDate day = past(text);
        if (day.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw ImplausibleDay.tooLongAgo();
        }
        return day;
    }

    /**
     * Reads a day of this epidemic.
     *
     * @param birth of the patient, if it is known
     * @throws ImplausibleDay if it was before the first case, or the patient's birth, or is yet to come
     */
    LocalDate ofEpidemic(String text, Optional<LocalDate> birth) {
        LocalDate day = past(text);
        if (day.isBefore(FIRST_CASE)) {
            throw ImplausibleDay.beforeFirstCases();
        }
        if (birth.filter(day::isBefore).isPresent()) {
            throw ImplausibleDay.beforeBirth();
        }
        return day;
    }

    private LocalDate past(String text) {
        if (text.isEmpty()) {
            throw StillEmpty.day();
        }
        LocalDate day = parse(text);
        if (day.isAfter(today)) {
            throw ImplausibleDay.future();
        }
        return day;
    }

    private static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ImplausibleDay.unreadable();
        }
    }
}
