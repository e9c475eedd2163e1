package br.com.redcheck.account;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Compares a password that somebody who is signed in types once more. */
@Service
public class PasswordAgain {
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Tries tries;

    PasswordAgain(Accounts accounts, PasswordEncoder passwords, Tries tries) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tries = tries;
    }

    /**
     * Lets pass who types the person's password.
     *
     * @throws WrongPassword if it is not the person's, or was not so too often
     */
    public void require(SignedIn person, CharSequence password) {
        String whom = "again " + person.account();
        String hash = accounts.byId(person.account()).orElseThrow().passwordHash();
        if (!tries.take(Allowance.DEVICE, whom)) {
            throw new WrongPassword();
        }
        boolean wrong = false;
        try {
            wrong = !passwords.matches(password, hash);
        } finally {
            if (!wrong) {
                tries.giveBack(
                        Allowance.DEVICE, whom); // right, or not looked at because there was no place for hashing
            }
        }
        if (wrong) {
            throw new WrongPassword();
        }
    }
}
