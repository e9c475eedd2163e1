package br.com.redcheck.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key as those who may revoke it see it; the key itself cannot be shown again.
 *
 * @param beginning its first characters
 * @param maker the name of the doctor who made it
 * @param usedAt when it was last shown, to the minute; null if never
 */
record ApiKey(
        UUID id,
        String name,
        String beginning,
        String maker,
        List<ApiScope> scopes,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt,
        State state) {
    /** Whether it still opens anything. */
    enum State {
        GOOD,
        REVOKED,
        EXPIRED
    }
}
