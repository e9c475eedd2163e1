package br.com.redcheck.audit;

import br.com.redcheck.account.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is at work at this moment. */
final class Actor {
    private Actor() {}

    /** The account that is signed in; null for background work and for strangers. */
    static @Nullable UUID current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        return principal instanceof SignedIn somebody ? somebody.account() : null;
    }
}
