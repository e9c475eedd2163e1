package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.SignedIn;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.authorization.RequiredFactorError;
import org.springframework.security.core.Authentication;

/**
 * Refuses those who must show a second factor and have not shown it in this session. About everybody else it has no opinion: it
 * stands beside the rules that say who may see what, and loosens none of them.
 */
final class SecondFactorDemand implements AuthorizationManager<Object> {
    /** What a session is granted once a second factor was shown in it. */
    static final String AUTHORITY = "FACTOR_SECOND";

    private static final AuthorizationResult MISSING =
            new FactorAuthorizationDecision(List.of(RequiredFactorError.createMissing(
                    RequiredFactor.withAuthority(AUTHORITY).build())));

    private final Predicate<SignedIn> demanded;

    /** @param demanded tells of whom a second factor is asked */
    SecondFactorDemand(Predicate<SignedIn> demanded) {
        this.demanded = demanded;
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, Object asked) {
        Authentication session = authentication.get();
        if (session == null || shownIn(session) || !(session.getPrincipal() instanceof SignedIn person)) {
            return null;
        }
        return demanded.test(person) ? MISSING : null;
    }

    static boolean shownIn(Authentication session) {
        return session.getAuthorities().stream().anyMatch(granted -> AUTHORITY.equals(granted.getAuthority()));
    }
}
