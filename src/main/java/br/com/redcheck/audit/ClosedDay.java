package br.com.redcheck.audit;

import java.time.LocalDate;

/**
 * A day that is over.
 *
 * @param entries how many were counted to it
 * @param lastHash of its last entry, in hexadecimal digits
 * @param anchor over this day and the anchor of the day closed before, in hexadecimal digits
 */
record ClosedDay(LocalDate day, long entries, String lastHash, String anchor) {
    /** The day as its entries and the anchor before call for. */
    static ClosedDay after(String formerAnchor, LocalDate day, long entries, String lastHash) {
        String anchor = ChainHash.of(formerAnchor, day.toString(), Long.toString(entries), lastHash);
        return new ClosedDay(day, entries, lastHash, anchor);
    }
}
