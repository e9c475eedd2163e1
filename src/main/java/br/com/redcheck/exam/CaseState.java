package br.com.redcheck.exam;

/** What the doctor holds of an exam's case when its form is filled in. */
public enum CaseState {
    /** COVID-19 is thought of, and neither proven nor ruled out. */
    SUSPECTED,
    /** It is COVID-19. */
    CONFIRMED,
    /** It was thought of and is ruled out. */
    DISCARDED
}
