package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What somebody wants an API key to be.
 *
 * @param name what its owner calls it, such as the program that gets it
 */
record ApiKeyWish(String name, Set<ApiScope> scopes, Life life) {
    private static final int LONGEST_NAME = 60;

    ApiKeyWish {
        name = name.strip();
        scopes = Set.copyOf(scopes);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Unfit("name", LONGEST_NAME);
        }
        if (scopes.isEmpty()) {
            throw new Unfit("scopes");
        }
    }

    /** How long a key is good for. */
    enum Life {
        MONTH(30),
        QUARTER(90),
        YEAR(365),
        UNTIL_REVOKED(0);

        private final int days;

        Life(int days) {
            this.days = days;
        }

        /** Empty if it does not end by itself. */
        Optional<Duration> time() {
            return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
        }
    }

    /** No key is made of this; the reason says what is missing. */
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    static final class Unfit extends Refusal {
        private static final long serialVersionUID = 1L;

        Unfit(String what, Object... limit) {
            super("refusal.api-key-unfit." + what, limit);
        }
    }
}
