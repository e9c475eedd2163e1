/** Sees to it that nobody takes the server away from the others by being slow, by being many, or by asking for much. */
@NamedInterface("overload")
@NullMarked
package br.com.redcheck.platform.overload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
