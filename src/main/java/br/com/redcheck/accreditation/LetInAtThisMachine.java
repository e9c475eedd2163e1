package br.com.redcheck.accreditation;

import br.com.redcheck.account.DemonstrationDoctorMade;
import br.com.redcheck.platform.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever tries the platform out at their own machine has shown their papers to themselves. */
@Component
class LetInAtThisMachine {
    private final Applications applications;

    LetInAtThisMachine(Applications applications) {
        this.applications = applications;
    }

    @EventListener
    void on(DemonstrationDoctorMade made) {
        applications.letIn(made.owner(), Messages.consoleLanguage());
    }
}
