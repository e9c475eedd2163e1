/** Takes what doctors send, in parts that may stop and go on, keeps it sealed, and brings it to the intake. */
@NullMarked
package br.com.redcheck.exam.sending;

import org.jspecify.annotations.NullMarked;
