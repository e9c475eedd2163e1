/** Which trained networks we have: card, checksum, input, labels; the only door to HDF5. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package br.com.redcheck.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
