/** Who may come in: sign-in, roles, sessions; the owner that every later question names. */
@ApplicationModule(allowedDependencies = {"platform", "platform :: overload", "platform :: text", "person"})
@NullMarked
package br.com.redcheck.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
