package br.com.redcheck.account;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Gives an account a new password, by a link that only its e-mail has received. */
@Service
class PasswordReset {
    private final Accounts accounts;
    private final Links links;
    private final Sessions sessions;
    private final Clinics clinics;
    private final ApiKeys keys;
    private final Acquaintances acquaintances;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    PasswordReset(
            Accounts accounts,
            Links links,
            Sessions sessions,
            Clinics clinics,
            ApiKeys keys,
            Acquaintances acquaintances,
            PasswordRules rules,
            PasswordEncoder passwords,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.clinics = clinics;
        this.keys = keys;
        this.acquaintances = acquaintances;
        this.rules = rules;
        this.passwords = passwords;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Sets the password. All that came before ends: sessions, other links, known browsers. The e-mail is confirmed by it as well.
     *
     * @throws LinkUseless if the link cannot be used
     * @throws WeakPassword if the password is not taken; the link can be used again
     */
    SignedIn reset(Token token, CharSequence password) {
        Link link = links.look(Purpose.RESET, token).orElseThrow(LinkUseless::new);
        Account account = accounts.byId(Objects.requireNonNull(link.account())).orElseThrow(LinkUseless::new);
        rules.check(password, account.name(), account.email());
        String hash = Objects.requireNonNull(passwords.encode(password));
        transaction.executeWithoutResult(status -> change(token, account, hash));
        return account.signedIn();
    }

    private void change(Token token, Account account, String hash) {
        links.use(Purpose.RESET, token);
        accounts.changePassword(account.id(), hash);
        accounts.confirm(account.id());
        links.kill(account.id());
        acquaintances.forget(account.id());
        sessions.endAll(account.id());
        answeredFor(account.id()).forEach(keys::revokeAll);
        events.publishEvent(new PasswordChanged(account.id()));
    }

    private Stream<OwnerId> answeredFor(UUID account) {
        Stream<OwnerId> answered =
                clinics.of(account).stream().filter(Clinic::responsible).map(Clinic::owner);
        return Stream.concat(Stream.of(new OwnerId(account)), answered);
    }
}
