/** Asks the networks to read an exam, and paints what they looked at. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: overload",
            "account",
            "audit",
            "dicom",
            "exam",
            "inference",
            "model",
            "pipeline",
            "vault"
        })
@NullMarked
package br.com.redcheck.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
