/** Who people are on paper: taxpayers' and councils' numbers, addresses, telephones, each checked as it is read. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package br.com.redcheck.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
