package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a link to be sent to an address. Whether anybody is behind it shows only when the job runs: the request takes as
 * long and looks the same for every address, and no token waits in the queue.
 *
 * @param clinic the clinic that invites, for {@link Purpose#MEMBER}
 * @param maker who invites
 * @param madeAt when they did
 */
record LinkRequest(
        Purpose purpose,
        String address,
        String language,
        @Nullable UUID clinic,
        @Nullable UUID maker,
        @Nullable Instant madeAt)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    LinkRequest(Purpose purpose, EmailAddress email, Locale language) {
        this(purpose, email.address(), language.toLanguageTag(), null, null, null);
    }

    /** @param clinic the clinic that invites; none if it is the administrators */
    static LinkRequest invitation(
            EmailAddress email, Locale language, @Nullable UUID clinic, UUID maker, Instant madeAt) {
        Purpose purpose = clinic == null ? Purpose.ADMINISTRATOR : Purpose.MEMBER;
        return new LinkRequest(purpose, email.address(), language.toLanguageTag(), clinic, maker, madeAt);
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
