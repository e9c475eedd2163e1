package br.com.redcheck.audit;

import br.com.redcheck.account.ApiClient;
import br.com.redcheck.account.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is at work at this moment. */
final class Actor {
    private Actor() {}

    /** The account that is signed in, or the API key that a program has shown; null for background work and for strangers. */
    static @Nullable UUID current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof ApiClient program) {
            return program.key();
        }
        return principal instanceof SignedIn somebody ? somebody.account() : null;
    }
}
