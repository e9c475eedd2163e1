/** Exams that doctors publish with their patients' consent: the doctor's desk for it, and the public's gallery. */
@NullMarked
package br.com.redcheck.exam.gallery;

import org.jspecify.annotations.NullMarked;
