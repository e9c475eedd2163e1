package br.com.redcheck.accreditation;

import br.com.redcheck.account.AccountClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever closes their account and wants to be forgotten is forgotten here too. */
@Component
class Erasure {
    private final Applications applications;

    Erasure(Applications applications) {
        this.applications = applications;
    }

    @EventListener
    void on(AccountClosed closed) {
        if (closed.erase()) {
            applications.erase(closed.owner());
        }
    }
}
