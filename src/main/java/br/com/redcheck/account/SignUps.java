package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.person.InvalidEmailAddress;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Makes accounts for people who ask for one. */
@Service
public class SignUps {
    private final Accounts accounts;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final LinkPost links;
    private final TransactionOperations transaction;

    SignUps(
            Accounts accounts,
            PasswordRules rules,
            PasswordEncoder passwords,
            LinkPost links,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.rules = rules;
        this.passwords = passwords;
        this.links = links;
        this.transaction = transaction;
    }

    /**
     * Makes an account that lets nobody in until its e-mail is confirmed, and sends the link for it once both are kept: the account and
     * the rest of what was filled in. It must be called outside a transaction.
     *
     * <p>If the e-mail has an account already, no other is made, and its owner is told by e-mail. Whoever filled in the form must
     * not learn which of the two happened: the caller shows the same page, and here the same work is done.
     *
     * @param kind never an administrator: those are invited
     * @param language of the e-mails to this person
     * @param rest keeps the rest for the new account, in the transaction that makes it; it is not asked if the e-mail has an account
     * @throws InvalidEmailAddress if the e-mail is none
     * @throws WeakPassword if the password is too short, too long, or easily guessed
     */
    public void register(
            AccountKind kind,
            String name,
            String email,
            CharSequence password,
            Set<AcceptedDocument> accepted,
            Locale language,
            Consumer<UUID> rest) {
        if (kind == AccountKind.ADMINISTRATOR) {
            throw new IllegalArgumentException("administrators are invited");
        }
        EmailAddress address = EmailAddress.parse(email);
        rules.check(password, name, address);
        String hash = passwords.encode(password);
        Account account = new Account(UUID.randomUUID(), kind, name.strip(), address, hash, language, false);
        transaction.executeWithoutResult(status -> {
            if (accounts.add(account)) {
                accounts.accept(account.id(), accepted);
                rest.accept(account.id());
            }
            links.send(new LinkRequest(Purpose.CONFIRM, address, language));
        });
    }
}
