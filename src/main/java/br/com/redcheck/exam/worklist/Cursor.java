package br.com.redcheck.exam.worklist;

import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * A place in the list, and which way to go from there. The place is an exam's own, so whatever arrives meanwhile shifts nothing.
 *
 * @param older whether what is asked for is older than that exam
 */
record Cursor(boolean older, Instant receivedAt, UUID exam) {
    private static final String AFTER = "after";
    private static final String BEFORE = "before";
    /** Microseconds since 1970, up to the year 2255, and the exam. */
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,16})\\.([0-9a-f-]{36})");

    static Cursor olderThan(ExamSummary exam) {
        return new Cursor(true, exam.receivedAt(), exam.id().value());
    }

    static Cursor newerThan(ExamSummary exam) {
        return new Cursor(false, exam.receivedAt(), exam.id().value());
    }

    /** @throws BadFilter if the parameters name a place that cannot be */
    static Optional<Cursor> parse(MultiValueMap<String, String> parameters) {
        return read(parameters, AFTER, true).or(() -> read(parameters, BEFORE, false));
    }

    /** The place in an address. */
    String query() {
        return (older ? AFTER : BEFORE) + "=" + ChronoUnit.MICROS.between(Instant.EPOCH, receivedAt) + "." + exam;
    }

    private static Optional<Cursor> read(MultiValueMap<String, String> parameters, String name, boolean older) {
        return Optional.ofNullable(parameters.getFirst(name))
                .filter(text -> !text.isEmpty())
                .map(text -> {
                    Matcher place = PLACE.matcher(text);
                    if (!place.matches()) {
                        throw new BadFilter(name);
                    }
                    Instant receivedAt = Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS);
                    return new Cursor(
                            older, receivedAt, ExamId.parse(place.group(2)).value());
                });
    }
}
