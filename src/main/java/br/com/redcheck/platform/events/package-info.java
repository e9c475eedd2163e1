/** Tells open pages what happens to what they show. */
@NamedInterface("events")
@NullMarked
package br.com.redcheck.platform.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
