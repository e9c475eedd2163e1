package br.com.redcheck.delivery;

import br.com.redcheck.account.AccountClosed;
import br.com.redcheck.account.AccountKind;
import br.com.redcheck.report.ReportWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends links together with what they lead to. */
@Component
class LinkEndings {
    private final Openings openings;

    LinkEndings(Openings openings) {
        this.openings = openings;
    }

    @EventListener
    void on(ReportWithdrawn withdrawn) {
        openings.endAll(withdrawn.owner(), withdrawn.report());
    }

    @EventListener
    void on(AccountClosed closed) {
        if (closed.kind() == AccountKind.DOCTOR) {
            openings.endAll(closed.owner());
        }
    }
}
