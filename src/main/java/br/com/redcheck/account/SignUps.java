package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.person.InvalidEmailAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts for people who ask for one. */
@Service
public class SignUps {
    private final Accounts accounts;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final LinkPost links;

    SignUps(Accounts accounts, PasswordRules rules, PasswordEncoder passwords, LinkPost links) {
        this.accounts = accounts;
        this.rules = rules;
        this.passwords = passwords;
        this.links = links;
    }

    /**
     * Makes an account that lets nobody in until its e-mail is confirmed, and sends the link for it once the caller's transaction is
     * committed.
     *
     * <p>If the e-mail has an account already, no other is made, and its owner is told by e-mail. Whoever filled in the form must
     * not learn which of the two happened: the caller shows the same page, and here the same work is done.
     *
     * @param kind never an administrator: those are invited
     * @param language of the e-mails to this person
     * @return the new account, so that the caller can keep the rest of what was filled in; nothing if the e-mail has one
     * @throws InvalidEmailAddress if the e-mail is none
     * @throws WeakPassword if the password is too short, too long, or easily guessed
     */
    @Transactional
    public Optional<UUID> register(
            AccountKind kind,
            String name,
            String email,
            CharSequence password,
            Set<AcceptedDocument> accepted,
            Locale language) {
        if (kind == AccountKind.ADMINISTRATOR) {
            throw new IllegalArgumentException("administrators are invited");
        }
        EmailAddress address = EmailAddress.parse(email);
        rules.check(password, name, address);
        String hash = passwords.encode(password);
        Account account = new Account(UUID.randomUUID(), kind, name.strip(), address, hash, language, false);
        boolean added = accounts.add(account);
        if (added) {
            accounts.accept(account.id(), accepted);
        }
        links.send(new LinkRequest(Purpose.CONFIRM, address, language));
        return added ? Optional.of(account.id()) : Optional.empty();
    }
}
