package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a link that still works opens.
 *
 * @param account whose link it is; none for an invitation
 * @param email who was invited; none if the link was printed on the console
 * @param clinic the clinic that invites
 */
record Link(
        Purpose purpose,
        @Nullable UUID account,
        @Nullable EmailAddress email,
        @Nullable UUID clinic) {
    static Link of(Purpose purpose, UUID account) {
        return new Link(purpose, account, null, null);
    }
}
