/** Who touched what and when; append only. */
@ApplicationModule(allowedDependencies = {"account"})
@NullMarked
package br.com.redcheck.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
