package br.com.redcheck.account.secondfactor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many wrong codes in a row an account has seen. From the fifth on each costs a wait that doubles from a minute to an hour: with
 * three codes of a million open at any time, somebody who has the password would guess for years. Whoever has not the password comes
 * nowhere near this counter, and so cannot lock anybody out; passkeys and recovery codes need no wait.
 *
 * @param last when the last of them came, if any did
 */
record Guesses(int wrong, @Nullable Instant last) {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofHours(1);

    /** How long the next code has to wait; zero or less if it need not. */
    Duration waitAt(Instant now) {
        if (last == null || wrong < FREE) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofMinutes(1L << Math.min(wrong - FREE, 6));
        return Duration.between(now, last.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
    }
}
