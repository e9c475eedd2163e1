package br.com.redcheck.exam.clinical;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A laboratory's test.
 *
 * @param on the day of the sample, empty if none was taken
 */
record LabTest(TestResult result, Optional<LocalDate> on) {}
