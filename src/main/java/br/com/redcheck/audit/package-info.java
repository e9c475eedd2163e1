/** Who touched what and when; append only, and chained so that a change shows. */
@ApplicationModule(allowedDependencies = {"platform", "platform :: overload", "account"})
@NullMarked
package br.com.redcheck.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
