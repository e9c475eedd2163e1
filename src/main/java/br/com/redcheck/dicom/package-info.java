/** Reads DICOM, strips identity, yields pixels; knows no owner, no database and no web. */
@ApplicationModule(allowedDependencies = {"platform", "platform :: child"})
@NullMarked
package br.com.redcheck.dicom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
