package br.com.redcheck.report;

/** What a report is to those signed before it. */
public enum Kind {
    /** It stands by itself. */
    FIRST,
    /** It says more than an earlier one, which still holds. */
    ADDENDUM,
    /** It stands instead of an earlier one, which no longer holds. */
    REPLACEMENT
}
