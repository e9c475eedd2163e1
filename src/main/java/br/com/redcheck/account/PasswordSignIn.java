package br.com.redcheck.account;

import br.com.redcheck.account.SignInLimits.Try;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.person.InvalidEmailAddress;
import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Signs in with e-mail and password. For an e-mail without an account a password is hashed all the same, so that the time tells
 * nothing; and that an e-mail is not confirmed is said to those alone who know its password.
 */
final class PasswordSignIn extends DaoAuthenticationProvider {
    private final SignInLimits limits;
    private final Confirmations confirmations;

    PasswordSignIn(People people, PasswordEncoder passwords, SignInLimits limits, Confirmations confirmations) {
        super(people);
        setPasswordEncoder(passwords);
        setUserDetailsPasswordService(people);
        this.limits = limits;
        this.confirmations = confirmations;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        List<Try> cost = limits.admit(email(claim), details(claim).visitor());
        boolean refused = false;
        try {
            return super.authenticate(claim);
        } catch (BadCredentialsException | NotConfirmed wrong) {
            refused = true;
            throw wrong;
        } finally {
            if (!refused) {
                limits.giveBack(cost); // right, or not looked at because there was no place for hashing
            }
        }
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails person, UsernamePasswordAuthenticationToken claim) {
        super.additionalAuthenticationChecks(person, claim);
        if (!confirmations.confirmed(
                ((SignedIn) person).account(), details(claim).confirmation())) {
            throw new NotConfirmed();
        }
    }

    /** The session keeps nothing of where the person came from; were there no details, Spring would put those of the claim there. */
    @Override
    protected Authentication createSuccessAuthentication(Object principal, Authentication claim, UserDetails person) {
        return super.createSuccessAuthentication(principal, claim, person).toBuilder()
                .details("password")
                .build();
    }

    private static EmailAddress email(Authentication claim) {
        try {
            return EmailAddress.parse(claim.getName());
        } catch (InvalidEmailAddress e) {
            throw new BadCredentialsException("no e-mail", e);
        }
    }

    private static SignInDetails details(Authentication claim) {
        if (claim.getDetails() instanceof SignInDetails details) {
            return details;
        }
        throw new IllegalArgumentException("a password without its visitor");
    }
}
