package br.com.redcheck.exam;

/** What turned out to be true of an exam's case, as far as its doctor has told. */
public enum Truth {
    COVID_19,
    /** Something else, or nothing. */
    OTHER,
    /** Something was told, but not enough to count as either. */
    UNDECIDED
}
