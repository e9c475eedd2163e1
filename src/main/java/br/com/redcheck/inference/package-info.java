/** Runs a network over pixels: probabilities and an activation map; the only door to DL4J. */
@ApplicationModule(allowedDependencies = {"platform", "platform :: child", "dicom", "model"})
@NullMarked
package br.com.redcheck.inference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
