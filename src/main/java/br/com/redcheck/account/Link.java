package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a link that still works opens.
 *
 * @param account whose link it is; none for an invitation
 * @param email who was invited; none if the link was printed on the console
 * @param clinic the clinic that invites
 * @param maker who invited; none for an account's own link, and for an invitation printed on the console
 */
record Link(
        Purpose purpose,
        @Nullable UUID account,
        @Nullable EmailAddress email,
        @Nullable UUID clinic,
        @Nullable UUID maker) {
    static Link of(Purpose purpose, UUID account) {
        return new Link(purpose, account, null, null, null);
    }

    /** An invitation for whoever reads the console, where that is for one e-mail only. */
    static Link printed(@Nullable EmailAddress invited) {
        return new Link(Purpose.ADMINISTRATOR, null, invited, null, null);
    }

    /** The clinic whose invitation this is. */
    OwnerId invitingClinic() {
        return new OwnerId(Objects.requireNonNull(clinic));
    }
}
