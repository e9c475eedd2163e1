package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Slows down those who guess passwords without ever shutting out the owner: whose browser or address is known has tries that no
 * stranger can use up. The reasons stand in {@code src/docs/sign-in.md}.
 */
@Component
class SignInLimits {
    private final Tries tries;
    private final Acquaintances acquaintances;

    SignInLimits(Tries tries, Acquaintances acquaintances) {
        this.tries = tries;
        this.acquaintances = acquaintances;
    }

    /** Lets the visitor try one password, and says what that costs if it is wrong. */
    List<Try> admit(EmailAddress email, Visitor visitor) {
        List<Try> cost = cost(email, visitor);
        for (Try one : cost) {
            if (!tries.take(one.allowance(), one.whom())) {
                throw new TooManyTries();
            }
        }
        return cost;
    }

    /** The password was right: nothing is used up. */
    void giveBack(List<Try> cost) {
        cost.forEach(one -> tries.giveBack(one.allowance(), one.whom()));
    }

    private List<Try> cost(EmailAddress email, Visitor visitor) {
        if (acquaintances.knowDevice(email, visitor)) {
            String device = visitor.device().orElseThrow().text();
            return List.of(new Try(Allowance.DEVICE, email.address() + " " + device));
        }
        Try address = new Try(Allowance.ADDRESS, visitor.address());
        Try both = new Try(Allowance.ACCOUNT_FROM_ADDRESS, email.address() + " " + visitor.address());
        return acquaintances.knowAddress(email, visitor)
                ? List.of(both, address)
                : List.of(both, address, new Try(Allowance.ACCOUNT_FROM_STRANGERS, email.address()));
    }

    /** One try of somebody's. */
    record Try(Allowance allowance, String whom) {}
}
