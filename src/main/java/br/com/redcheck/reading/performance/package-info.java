/** How the networks do on an owner's own cases: their readings beside what turned out to be true. */
@NullMarked
package br.com.redcheck.reading.performance;

import org.jspecify.annotations.NullMarked;
