package br.com.redcheck.exam.worklist;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A record of a CSV file (RFC 4180).
 *
 * <p>A field in which a spreadsheet would see a formula (OWASP, "CSV Injection") is given an apostrophe in front, by which it is
 * taken for text.
 */
public record CsvLine(List<String> fields) {
    /** Also behind what another country's spreadsheet takes for the end of a field. */
    private static final Pattern FORMULA =
            Pattern.compile("(?:^|(?<=[;,]))(?=\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])");

    private static final String QUOTED = "\",;'\t\r\n";

    public static CsvLine of(String... fields) {
        return new CsvLine(List.of(fields));
    }

    @Override
    public String toString() {
        return fields.stream().map(CsvLine::escaped).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String escaped(String field) {
        String text = FORMULA.matcher(field).replaceAll("'");
        boolean quoted = text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
