/** Seals bytes under their owner's key and keeps them; forgetting the key forgets the bytes. */
@ApplicationModule(allowedDependencies = {"platform", "account", "audit"})
@NullMarked
package br.com.redcheck.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
