/** Who people are on paper, and where they live: numbers, addresses, municipalities, each checked as it is read. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package br.com.redcheck.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
