/** Speaks the standards to programs: an API over HTTP, described by OpenAPI. */
@ApplicationModule(allowedDependencies = {"platform", "platform :: overload", "account", "exam", "reading"})
@NullMarked
package br.com.redcheck.interop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
