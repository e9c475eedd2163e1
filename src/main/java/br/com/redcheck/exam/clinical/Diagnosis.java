package br.com.redcheck.exam.clinical;

/** What the doctor holds to be true in the end, all things seen together. */
enum Diagnosis {
    COVID_19,
    OTHER,
    /** Not settled. */
    OPEN
}
