package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Refusal;
import java.util.Optional;

/**
 * Why an administrator decided so, in words that the applicant reads.
 *
 * @param text not blank, at most 2,000 characters
 */
record Reason(String text) {
    private static final int LONGEST = 2_000;

    Reason {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Missing(LONGEST);
        }
    }

    /** @throws Missing if nothing was said, or too much to be read */
    static Reason parse(String text) {
        return new Reason(text.strip());
    }

    /** What goes with good news, which needs no reason: empty if nothing was said. */
    static Optional<Reason> note(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(parse(text));
    }

    /** Nobody is refused, suspended or asked without being told why. */
    static final class Missing extends Refusal {
        private static final long serialVersionUID = 1L;

        private Missing(int longest) {
            super("refusal.reason-missing", longest);
        }
    }
}
