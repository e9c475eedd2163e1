package br.com.redcheck.accreditation;

import br.com.redcheck.account.ClinicDeed;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.Standing.Granted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who takes a clinic over must be accredited. A doctor whose account was made together with a clinic has no case of their own: they
 * were looked at as the one who answers for that clinic.
 */
@Component
class Successions {
    private final Licences licences;

    Successions(Licences licences) {
        this.licences = licences;
    }

    @EventListener
    void on(ClinicDeed deed) {
        if (deed.kind() == ClinicDeed.Kind.HANDED_OVER
                && licences.standing(new OwnerId(deed.account()))
                        .filter(standing -> !(standing instanceof Granted))
                        .isPresent()) {
            throw new SuccessorNotAccredited();
        }
    }
}
