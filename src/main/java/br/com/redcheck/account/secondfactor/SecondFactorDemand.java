package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Refuses those who must show a second factor and have not shown it in this session. About everybody else it has no opinion: it
 * stands beside the rules that say who may see what, and loosens none of them.
 */
final class SecondFactorDemand implements AuthorizationManager<Object> {
    /** What a session is granted once a second factor was shown in it. */
    static final String AUTHORITY = "FACTOR_SECOND";

    /** How long ago it may have been shown where what is about to be done outlives the session. */
    static final Duration LATELY = Duration.ofMinutes(10);

    private static final AuthorizationResult MISSING =
            new FactorAuthorizationDecision(List.of(RequiredFactorError.createMissing(
                    RequiredFactor.withAuthority(AUTHORITY).build())));

    private final Predicate<SignedIn> demanded;
    private final Predicate<Authentication> shown;

    /** @param demanded tells of whom a second factor is asked */
    SecondFactorDemand(Predicate<SignedIn> demanded) {
        this(demanded, SecondFactorDemand::shownIn);
    }

    private SecondFactorDemand(Predicate<SignedIn> demanded, Predicate<Authentication> shown) {
        this.demanded = demanded;
        this.shown = shown;
    }

    /** Asks for it again if it was shown longer than {@link #LATELY} ago: whoever finds a session open cannot go on with it. */
    static SecondFactorDemand lately(Predicate<SignedIn> demanded, Clock clock) {
        return new SecondFactorDemand(demanded, session -> shownLately(session, clock));
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, Object asked) {
        Authentication session = authentication.get();
        if (session == null || shown.test(session) || !(session.getPrincipal() instanceof SignedIn person)) {
            return null;
        }
        return demanded.test(person) ? MISSING : null;
    }

    static boolean shownLately(Authentication session, Clock clock) {
        Instant earliest = clock.instant().minus(LATELY);
        return session.getAuthorities().stream()
                .anyMatch(granted -> granted instanceof FactorGrantedAuthority factor
                        && AUTHORITY.equals(factor.getAuthority())
                        && factor.getIssuedAt().isAfter(earliest));
    }

    static boolean shownIn(Authentication session) {
        return session.getAuthorities().stream().anyMatch(granted -> AUTHORITY.equals(granted.getAuthority()));
    }
}
