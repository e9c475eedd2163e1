/** An administrator grants, refuses, suspends a licence to use the platform. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: overload",
            "platform :: child",
            "account",
            "audit",
            "person",
            "vault"
        })
@NullMarked
package br.com.redcheck.accreditation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
