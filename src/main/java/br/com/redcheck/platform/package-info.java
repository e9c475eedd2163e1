/** Says no politely, tells the time, runs work later, keeps the database at hand, and lays out pages; knows no other package. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package br.com.redcheck.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
