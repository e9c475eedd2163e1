package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.util.Locale;
import java.util.UUID;

/**
 * Someone who may sign in, or will once the e-mail is confirmed.
 *
 * @param language of the e-mails to them
 */
record Account(
        UUID id,
        AccountKind kind,
        String name,
        EmailAddress email,
        String passwordHash,
        Locale language,
        boolean confirmed) {
    /** The person behind the session; doctors stand before their own shelf at first. */
    SignedIn signedIn() {
        return switch (kind) {
            case DOCTOR -> new Doctor(id, new OwnerId(id), name, email.address(), passwordHash);
            case RESEARCHER -> new Researcher(id, name, email.address(), passwordHash);
            case ADMINISTRATOR -> new Administrator(id, name, email.address(), passwordHash);
        };
    }

    @Override
    public String toString() {
        return "Account[" + id + ", " + kind + "]";
    }
}
