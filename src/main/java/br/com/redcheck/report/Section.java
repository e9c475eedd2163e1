package br.com.redcheck.report;

/** The parts of a report's text, in the order in which they stand. */
enum Section {
    TECHNIQUE,
    COMPARISON,
    FINDINGS,
    IMPRESSION
}
