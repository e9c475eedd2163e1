/** What a doctor tells about the case of an exam: its form, from the first letter typed to the finished one. */
@NullMarked
package br.com.redcheck.exam.clinical;

import org.jspecify.annotations.NullMarked;
