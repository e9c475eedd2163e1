package br.com.redcheck.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the chain ended at some moment.
 *
 * @param number of the newest entry, 0 if there was none
 * @param hash of that entry in hexadecimal digits, empty if there was none
 */
record Head(long number, String hash) {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ((?:[0-9a-f]{2})*)\\s*");

    /** Reads what {@link #line} made. Anything else is read as a head that no log has. */
    static Head parse(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches() ? new Head(Long.parseLong(parts.group(1)), parts.group(2)) : new Head(-1, "");
    }

    String line() {
        return number + " " + hash + "\n";
    }
}
