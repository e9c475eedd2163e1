package br.com.redcheck.account;

import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an account a new password, by a link that only its e-mail has received. */
@Service
class PasswordReset {
    private final Accounts accounts;
    private final Links links;
    private final Sessions sessions;
    private final Acquaintances acquaintances;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;

    PasswordReset(
            Accounts accounts,
            Links links,
            Sessions sessions,
            Acquaintances acquaintances,
            PasswordRules rules,
            PasswordEncoder passwords) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.acquaintances = acquaintances;
        this.rules = rules;
        this.passwords = passwords;
    }

    /**
     * Sets the password. All that came before ends: sessions, other links, known browsers. The e-mail is confirmed by it as well.
     *
     * @throws LinkUseless if the link cannot be used
     * @throws WeakPassword if the password is not taken; the link can be used again
     */
    @Transactional
    SignedIn reset(Token token, CharSequence password) {
        Link link = links.use(Purpose.RESET, token);
        Account account = accounts.byId(Objects.requireNonNull(link.account())).orElseThrow(LinkUseless::new);
        rules.check(password, account.name(), account.email());
        accounts.changePassword(account.id(), Objects.requireNonNull(passwords.encode(password)));
        accounts.confirm(account.id());
        links.kill(account.id());
        acquaintances.forget(account.id());
        sessions.endAll(account.id());
        return account.signedIn();
    }
}
