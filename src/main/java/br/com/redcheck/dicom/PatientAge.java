package br.com.redcheck.dicom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How old the patient was when the image was made: PatientAge, or else the time from PatientBirthDate to the study.
 *
 * @param number how many
 * @param unit of {@code D}ays, {@code W}eeks, {@code M}onths or {@code Y}ears, as in an age string (PS3.5 6.2, AS)
 */
public record PatientAge(int number, char unit) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{3})([DWMY])");
    private static final double DAYS_OF_A_YEAR = 365.25;

    /** What a header says of it; empty if it says nothing that is understood. */
    public static Optional<PatientAge> of(DataSet header) {
        return header.string(Tag.PATIENT_AGE)
                .map(WRITTEN::matcher)
                .filter(Matcher::matches)
                .map(age -> new PatientAge(
                        Integer.parseInt(age.group(1)), age.group(2).charAt(0)))
                .or(() -> reckoned(header));
    }

    private static Optional<PatientAge> reckoned(DataSet header) {
        Optional<LocalDate> then = IntStream.of(Tag.STUDY_DATE, Tag.SERIES_DATE, Tag.ACQUISITION_DATE, Tag.CONTENT_DATE)
                .mapToObj(tag -> date(header, tag))
                .flatMap(Optional::stream)
                .findFirst();
        return date(header, Tag.PATIENT_BIRTH_DATE)
                .flatMap(birth -> then.filter(day -> !day.isBefore(birth)).map(day -> Period.between(birth, day)))
                .map(PatientAge::of);
    }

    private static PatientAge of(Period since) {
        if (since.getYears() > 0) {
            return new PatientAge(since.getYears(), 'Y');
        }
        return since.getMonths() > 0 ? new PatientAge(since.getMonths(), 'M') : new PatientAge(since.getDays(), 'D');
    }

    private static Optional<LocalDate> date(DataSet header, int tag) {
        try {
            return header.string(tag).map(text -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In years. */
    public double years() {
        return switch (unit) {
            case 'D' -> number / DAYS_OF_A_YEAR;
            case 'W' -> number * 7 / DAYS_OF_A_YEAR;
            case 'M' -> number / 12.0;
            default -> number;
        };
    }

    /** As an age string. */
    @Override
    public String toString() {
        return "%03d%c".formatted(number, unit);
    }
}
