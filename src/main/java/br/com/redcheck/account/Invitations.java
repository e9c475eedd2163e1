package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.person.InvalidEmailAddress;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an invitation when it is taken up. */
@Service
class Invitations {
    private final Accounts accounts;
    private final Links links;
    private final Clinics clinics;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;

    Invitations(Accounts accounts, Links links, Clinics clinics, PasswordRules rules, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.links = links;
        this.clinics = clinics;
        this.rules = rules;
        this.passwords = passwords;
    }

    /** The doctor whom a clinic has invited; nobody yet, if the e-mail has no doctor's account. */
    Optional<Account> doctor(Link invitation) {
        return Optional.ofNullable(invitation.email())
                .flatMap(accounts::byEmail)
                .filter(account -> account.kind() == AccountKind.DOCTOR);
    }

    /**
     * The invited doctor joins the clinic; the link has come to their e-mail, so that it is confirmed.
     *
     * @throws LinkUseless if the link cannot be used, or the e-mail has no doctor's account
     */
    @Transactional
    void join(Token token) {
        Link invitation = links.use(Purpose.MEMBER, token);
        Account doctor = doctor(invitation).orElseThrow(LinkUseless::new);
        clinics.join(new OwnerId(Objects.requireNonNull(invitation.clinic())), doctor.id());
    }

    /**
     * Makes the invited administrator's account.
     *
     * @param email counts only if the invitation was printed, and so names none
     * @throws LinkUseless if the link cannot be used
     * @throws InvalidEmailAddress if the e-mail is none
     * @throws EmailTaken if the e-mail has an account
     * @throws WeakPassword if the password is not taken
     */
    @Transactional
    void becomeAdministrator(Token token, String name, @Nullable String email, CharSequence password, Locale language) {
        Link invitation = links.use(Purpose.ADMINISTRATOR, token);
        EmailAddress address =
                invitation.email() == null ? EmailAddress.parse(email == null ? "" : email) : invitation.email();
        rules.check(password, name, address);
        String hash = Objects.requireNonNull(passwords.encode(password));
        UUID id = UUID.randomUUID();
        if (!accounts.add(new Account(id, AccountKind.ADMINISTRATOR, name.strip(), address, hash, language, true))) {
            throw new EmailTaken();
        }
    }
}
