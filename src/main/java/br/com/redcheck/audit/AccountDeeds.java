package br.com.redcheck.audit;

import br.com.redcheck.account.AccountClosed;
import br.com.redcheck.account.ApiKeyDeed;
import br.com.redcheck.account.ClinicDeed;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.PasswordChanged;
import br.com.redcheck.account.SecondFactorDeed;
import br.com.redcheck.account.SignInRefused;
import br.com.redcheck.account.SignInRefused.Reason;
import br.com.redcheck.account.SignedIn;
import br.com.redcheck.account.SignedInNow;
import org.springframework.context.event.EventListener;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.stereotype.Component;

/** Writes down who came in, who was kept out, and what became of accounts, their passwords, second factors, their API keys and their clinics. */
@Component
class AccountDeeds {
    private final AuditLog audit;

    AccountDeeds(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void on(SignedInNow in) {
        audit.recordApart(new OwnerId(in.account()), "account.signed-in", in.account());
    }

    /** Tries that were not even looked at are not written down: an attacker could fill the log with them. */
    @EventListener
    void on(SignInRefused refused) {
        if (refused.reason() != Reason.TOO_MANY_TRIES) {
            audit.recordApart(null, "account.sign-in-refused", null);
        }
    }

    /** Somebody who is signed in asked for what is not theirs. Strangers, and who still owes a second factor, are only shown the door. */
    @EventListener
    void on(AuthorizationDeniedEvent<?> denied) {
        boolean factorMissing = denied.getAuthorizationResult() instanceof FactorAuthorizationDecision;
        if (!factorMissing && denied.getAuthentication().get().getPrincipal() instanceof SignedIn person) {
            audit.recordApart(new OwnerId(person.account()), "account.entry-refused", person.account());
        }
    }

    @EventListener
    void on(PasswordChanged changed) {
        audit.record(new OwnerId(changed.account()), "account.password-changed", changed.account());
    }

    @EventListener
    void on(SecondFactorDeed deed) {
        audit.record(new OwnerId(deed.account()), deed.kind().action(), deed.account());
    }

    @EventListener
    void on(ApiKeyDeed deed) {
        audit.record(deed.owner(), deed.kind().action(), deed.key());
    }

    @EventListener
    void on(ClinicDeed deed) {
        String action = switch (deed.kind()) {
            case JOINED -> "clinic.joined";
            case LEFT -> "clinic.left";
            case HANDED_OVER -> "clinic.handed-over";
        };
        audit.record(deed.clinic(), action, deed.account());
    }

    @EventListener
    void on(AccountClosed closed) {
        audit.record(closed.owner(), "account.closed", closed.account());
    }
}
