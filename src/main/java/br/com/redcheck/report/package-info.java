/** Writes an exam up: the doctor's report, from its draft to what is signed and can be verified. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: overload",
            "account",
            "accreditation",
            "audit",
            "exam",
            "patient",
            "patient :: rights",
            "person",
            "reading",
            "vault"
        })
@NullMarked
package br.com.redcheck.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
