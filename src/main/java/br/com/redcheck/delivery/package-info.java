/** Hands signed reports to patients: expiring links by e-mail or on paper, the door that asks who comes, and the patient's page. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: overload",
            "account",
            "audit",
            "exam",
            "patient",
            "patient :: rights",
            "person",
            "report",
            "vault"
        })
@NullMarked
package br.com.redcheck.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
