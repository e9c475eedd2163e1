package br.com.redcheck.account;

import br.com.redcheck.account.SecondFactorDeed.Kind;
import br.com.redcheck.platform.Mailer;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.PublicAddress;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people by e-mail that something with which their account can be entered has changed (OWASP ASVS 2.2.3, 2.5.5): if it was not
 * them, they learn of it. What happened has the same name as in the audit log.
 */
@Component
class ChangeNotices {
    private final Accounts accounts;
    private final Clinics clinics;
    private final Mailer mailer;
    private final Messages messages;
    private final PublicAddress address;

    ChangeNotices(Accounts accounts, Clinics clinics, Mailer mailer, Messages messages, PublicAddress address) {
        this.accounts = accounts;
        this.clinics = clinics;
        this.mailer = mailer;
        this.messages = messages;
        this.address = address;
    }

    @EventListener
    void on(PasswordChanged changed) {
        tell(changed.account(), "account.password-changed");
    }

    /** Codes that are shown to come in change nothing, unless one is used up. */
    @EventListener
    void on(SecondFactorDeed deed) {
        if (deed.kind() != Kind.CODE_ACCEPTED && deed.kind() != Kind.CODE_REFUSED) {
            tell(deed.account(), deed.kind().action());
        }
    }

    /** Those that end with something else, such as a licence, are no news of their own. */
    @EventListener
    void on(ApiKeyDeed deed) {
        if (deed.kind() != ApiKeyDeed.Kind.ENDED) {
            tell(responsible(deed.owner()), deed.kind().action());
        }
    }

    private UUID responsible(OwnerId owner) {
        return clinics.members(owner).stream()
                .filter(Member::responsible)
                .map(Member::account)
                .findFirst()
                .orElse(owner.value());
    }

    /** An account that is being closed is told nothing any more. */
    private void tell(UUID account, String action) {
        accounts.byId(account)
                .ifPresent(person -> mailer.send(
                        person.email().address(),
                        person.language(),
                        "mail.account-changed",
                        messages.text(person.language(), "audit.action." + action),
                        address.of("/forgotten")));
    }
}
