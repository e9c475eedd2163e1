package br.com.redcheck.exam.clinical;

/** What a laboratory's test says. */
enum TestResult {
    NOT_DONE,
    PENDING,
    POSITIVE,
    NEGATIVE,
    INCONCLUSIVE
}
