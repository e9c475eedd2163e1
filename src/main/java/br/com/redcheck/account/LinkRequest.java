package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.io.Serializable;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a link to be sent to an address. Whether anybody is behind it shows only when the job runs: the request takes as
 * long and looks the same for every address, and no token waits in the queue.
 *
 * @param clinic the clinic that invites, for {@link Purpose#MEMBER}
 */
record LinkRequest(
        Purpose purpose,
        String address,
        String language,
        @Nullable UUID clinic) implements Serializable {
    private static final long serialVersionUID = 1L;

    LinkRequest(Purpose purpose, EmailAddress email, Locale language) {
        this(purpose, email.address(), language.toLanguageTag(), null);
    }

    static LinkRequest toMember(EmailAddress email, Locale language, UUID clinic) {
        return new LinkRequest(Purpose.MEMBER, email.address(), language.toLanguageTag(), clinic);
    }

    EmailAddress email() {
        return new EmailAddress(address);
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    @Override
    public String toString() {
        return "LinkRequest[" + purpose + "]";
    }
}
