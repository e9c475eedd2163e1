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
import org.springframework.transaction.support.TransactionOperations;

/** Whether an invitation stands, and what becomes of it when it is taken up. */
@Service
class Invitations {
    private final Accounts accounts;
    private final Links links;
    private final Clinics clinics;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final TransactionOperations transaction;

    Invitations(
            Accounts accounts,
            Links links,
            Clinics clinics,
            PasswordRules rules,
            PasswordEncoder passwords,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.links = links;
        this.clinics = clinics;
        this.rules = rules;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** The invitation that a request asks for, unless it has been overtaken while it waited. */
    Optional<Link> wished(LinkRequest request) {
        Link link = new Link(request.purpose(), null, request.email(), request.clinic(), request.maker());
        return Optional.of(link).filter(one -> request.madeAt() != null && stands(one) && !removedSince(request));
    }

    private boolean removedSince(LinkRequest request) {
        return request.purpose() == Purpose.MEMBER
                && clinics.leftSince(
                        new OwnerId(Objects.requireNonNull(request.clinic())),
                        request.email(),
                        Objects.requireNonNull(request.madeAt()));
    }

    /**
     * Lets an invitation pass that still stands.
     *
     * @throws LinkUseless if the person who made it could not make it now
     */
    Link standing(Link invitation) {
        if (!stands(invitation)) {
            throw LinkUseless.of(invitation.purpose());
        }
        return invitation;
    }

    /** One that was printed has nobody behind it but the server's own operator. */
    private boolean stands(Link invitation) {
        UUID maker = invitation.maker();
        if (invitation.purpose() == Purpose.MEMBER) {
            return maker != null && clinics.answers(invitation.invitingClinic(), maker);
        }
        return maker == null
                || accounts.byId(maker)
                        .filter(account -> account.kind() == AccountKind.ADMINISTRATOR)
                        .isPresent();
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
     * @throws LinkUseless if the link cannot be used, whoever sent it no longer answers for the clinic, or the e-mail has no doctor's
     *     account
     */
    @Transactional
    void join(Token token) {
        Link shown = links.look(Purpose.MEMBER, token).orElseThrow(() -> LinkUseless.of(Purpose.MEMBER));
        clinics.hold(
                shown.invitingClinic()); // before the link is used: a removal at that moment ends it, or comes later
        Link invitation = standing(links.use(Purpose.MEMBER, token));
        Account doctor = doctor(invitation).orElseThrow(() -> LinkUseless.of(Purpose.MEMBER));
        clinics.join(invitation.invitingClinic(), doctor.id());
    }

    /**
     * Makes the invited administrator's account.
     *
     * @param email counts only if the invitation was printed, and so names none
     * @throws LinkUseless if the link cannot be used, or whoever sent it is no administrator any more
     * @throws InvalidEmailAddress if the e-mail is none
     * @throws EmailTaken if the e-mail has an account
     * @throws WeakPassword if the password is not taken
     */
    void becomeAdministrator(Token token, String name, @Nullable String email, CharSequence password, Locale language) {
        Link invitation =
                links.look(Purpose.ADMINISTRATOR, token).orElseThrow(() -> LinkUseless.of(Purpose.ADMINISTRATOR));
        EmailAddress address =
                invitation.email() == null ? EmailAddress.parse(email == null ? "" : email) : invitation.email();
        rules.check(password, name, address);
        String hash = Objects.requireNonNull(passwords.encode(password));
        Account account =
                new Account(UUID.randomUUID(), AccountKind.ADMINISTRATOR, name.strip(), address, hash, language, true);
        transaction.executeWithoutResult(status -> {
            standing(links.use(Purpose.ADMINISTRATOR, token));
            if (!accounts.add(account)) {
                throw new EmailTaken();
            }
        });
    }
}
