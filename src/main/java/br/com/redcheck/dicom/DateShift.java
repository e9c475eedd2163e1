package br.com.redcheck.dicom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves dates back by whole days; times of day stay. Hence all intervals between dates of one patient stay as they are, those
 * between a date with a time and one without, too.
 *
 * @param days how far back
 */
record DateShift(int days) {
    /** Years before are slips of the pen, and no dates. */
    private static final int EARLIEST = 1000;

    private static final String TIME = "([01][0-9]|2[0-3])([0-5][0-9](([0-5][0-9]|60)(\\.[0-9]{1,6})?)?)?";

    /** As today, or as before 1993 with full stops; those are left out afterwards. */
    private static final Pattern DATE = Pattern.compile("([0-9]{4})(\\.?)(0[1-9]|1[0-2])\\2(0[1-9]|[12][0-9]|3[01])");

    private static final Pattern DATE_TIME = Pattern.compile(
            "([0-9]{4})((0[1-9]|1[0-2])((0[1-9]|[12][0-9]|3[01])(" + TIME + ")?)?)?([+-](0[0-9]|1[0-4])[0-5][0-9])?");

    /** As today, or as before 1993 with colons. */
    private static final Pattern TIME_OF_DAY =
            Pattern.compile(TIME + "|([01][0-9]|2[0-3])(:[0-5][0-9]){1,2}(\\.[0-9]+)?");

    /** The value moved; empty if it is not written as the standard asks, for then it may say anything. */
    Optional<String> moved(Vr vr, String value) {
        return switch (vr) {
            case DA -> range(value, DATE, "-", this::date);
            case DT -> DATE_TIME.matcher(value).matches() ? dateTime(value) : Optional.empty();
            case TM -> range(value, TIME_OF_DAY, "-", Optional::of);
            default -> Optional.empty();
        };
    }

    private interface Move {
        Optional<String> of(String value);
    }

    /** One value, or a range of two, either of which may be open. */
    private static Optional<String> range(String value, Pattern pattern, String separator, Move move) {
        List<String> moved = new ArrayList<>();
        String[] ends = value.strip().split(separator, 2);
        for (String end : ends) {
            Optional<String> other = pattern.matcher(end).matches() ? move.of(end) : Optional.empty();
            if (other.isEmpty() && !(end.isEmpty() && ends.length == 2)) {
                return Optional.empty();
            }
            moved.add(other.orElse(""));
        }
        return Optional.of(String.join(separator, moved)).filter(range -> !range.equals(separator));
    }

    private Optional<String> date(String date) {
        Matcher parts = DATE.matcher(date);
        return parts.matches()
                ? day(parts.group(1), parts.group(3), parts.group(4)).map(DateTimeFormatter.BASIC_ISO_DATE::format)
                : Optional.empty();
    }

    /** A date and time is as exact afterwards as before: of a mere year, the year of its first day is left. */
    private Optional<String> dateTime(String value) {
        Matcher parts = DATE_TIME.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String month = parts.group(3);
        String dayOfMonth = parts.group(5);
        int exact = 4 + (month == null ? 0 : 2) + (dayOfMonth == null ? 0 : 2);
        return day(parts.group(1), month == null ? "01" : month, dayOfMonth == null ? "01" : dayOfMonth)
                .map(DateTimeFormatter.BASIC_ISO_DATE::format)
                .map(day -> day.substring(0, exact) + value.substring(exact));
    }

    private Optional<LocalDate> day(String year, String month, String day) {
        try {
            LocalDate moved = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .minusDays(days);
            return Optional.of(moved).filter(date -> date.getYear() >= EARLIEST);
        } catch (DateTimeException e) {
            return Optional.empty(); // such as 30 February
        }
    }
}
