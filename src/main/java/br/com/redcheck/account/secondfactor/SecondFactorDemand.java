package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    /** What a session lacks in which somebody signed in too long ago. */
    static final String FRESH_ENTRY = "FACTOR_FRESH_ENTRY";

    private final Predicate<SignedIn> demanded;
    private final Predicate<Authentication> shown;
    private final AuthorizationResult missing;

    /** @param demanded tells of whom a second factor is asked */
    SecondFactorDemand(Predicate<SignedIn> demanded) {
        this(demanded, SecondFactorDemand::shownIn, AUTHORITY);
    }

    private SecondFactorDemand(Predicate<SignedIn> demanded, Predicate<Authentication> shown, String missing) {
        this.demanded = demanded;
        this.shown = shown;
        this.missing = new FactorAuthorizationDecision(List.of(RequiredFactorError.createMissing(
                RequiredFactor.withAuthority(missing).build())));
    }

    /** Asks for it again if it was shown longer than {@link #LATELY} ago: whoever finds a session open cannot go on with it. */
    static SecondFactorDemand lately(Predicate<SignedIn> demanded, Clock clock) {
        return new SecondFactorDemand(demanded, session -> shownLately(session, clock), AUTHORITY);
    }

    /** Asks those who have no second factor to show again, if they did so longer than {@link #LATELY} ago, what lets them sign in. */
    static SecondFactorDemand signedInLately(Predicate<SignedIn> demanded, Clock clock) {
        Set<String> entries =
                Set.of(FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.OTT_AUTHORITY, AUTHORITY);
        return new SecondFactorDemand(demanded, session -> lately(session, entries, clock), FRESH_ENTRY);
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, Object asked) {
        Authentication session = authentication.get();
        if (session == null || shown.test(session) || !(session.getPrincipal() instanceof SignedIn person)) {
            return null;
        }
        return demanded.test(person) ? missing : null;
    }

    static boolean shownLately(Authentication session, Clock clock) {
        return lately(session, Set.of(AUTHORITY), clock);
    }

    private static boolean lately(Authentication session, Set<String> factors, Clock clock) {
        Instant earliest = clock.instant().minus(LATELY);
        return session.getAuthorities().stream()
                .anyMatch(granted -> granted instanceof FactorGrantedAuthority factor
                        && factors.contains(factor.getAuthority())
                        && factor.getIssuedAt().isAfter(earliest));
    }

    static boolean shownIn(Authentication session) {
        return session.getAuthorities().stream().anyMatch(granted -> AUTHORITY.equals(granted.getAuthority()));
    }
}
