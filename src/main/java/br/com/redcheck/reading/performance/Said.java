package br.com.redcheck.reading.performance;

import br.com.redcheck.exam.ExamId;

/**
 * What a network said of an exam as a whole.
 *
 * @param suspected the highest probability of the suspected class among its films or series, 0 to 1
 * @param positive whether that reaches the network's threshold
 */
record Said(ExamId exam, Network network, double suspected, boolean positive) {}
