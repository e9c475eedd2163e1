/** Does the steps that owners' things wait for, each owner in turn, and tries again what fails. */
@ApplicationModule(allowedDependencies = {"platform", "platform :: overload", "account", "audit", "vault"})
@NullMarked
package br.com.redcheck.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
