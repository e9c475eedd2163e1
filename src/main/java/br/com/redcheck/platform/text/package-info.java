/** Keeps characters that cannot be kept or shown out of every text that is sent. */
@NamedInterface("text")
@NullMarked
package br.com.redcheck.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
