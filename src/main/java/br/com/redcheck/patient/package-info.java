/** Who an exam is of: the register of an owner's patients, their identity sealed. */
@ApplicationModule(allowedDependencies = {"platform", "platform :: overload", "account", "audit", "person", "vault"})
@NullMarked
package br.com.redcheck.patient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
