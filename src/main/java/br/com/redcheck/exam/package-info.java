/** An exam's life on its owner's shelf, from upload to oblivion. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: events",
            "platform :: overload",
            "platform :: text",
            "account",
            "accreditation",
            "audit",
            "dicom",
            "patient",
            "patient :: consent",
            "patient :: rights",
            "person",
            "pipeline",
            "vault"
        })
@NullMarked
package br.com.redcheck.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
