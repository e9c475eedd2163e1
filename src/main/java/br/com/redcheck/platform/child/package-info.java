/** Starts programs that handle strangers' bytes, and shuts them in as far as this machine allows. */
@NamedInterface("child")
@NullMarked
package br.com.redcheck.platform.child;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
