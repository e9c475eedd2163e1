package br.com.redcheck.exam.gallery;

import br.com.redcheck.patient.consent.ConsentWithdrawn;
import br.com.redcheck.patient.consent.Purpose;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is out of the gallery because its patient has changed their mind is destroyed, too. */
@Component
class WithdrawnConsent {
    private final PublicationRegister register;

    WithdrawnConsent(PublicationRegister register) {
        this.register = register;
    }

    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.PUBLICATION) {
            register.withdraw(withdrawn.owner(), withdrawn.patient());
        }
    }
}
