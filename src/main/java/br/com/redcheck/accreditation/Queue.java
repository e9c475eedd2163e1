package br.com.redcheck.accreditation;

import br.com.redcheck.accreditation.Standing.Kind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists that administrators look through; the first two wait for them. */
enum Queue {
    REQUESTED(Kind.REQUESTED),
    RENEWAL(null),
    EVIDENCE_ASKED(Kind.EVIDENCE_ASKED),
    GRANTED(Kind.GRANTED),
    SUSPENDED(Kind.SUSPENDED),
    REFUSED(Kind.REFUSED),
    EXPIRED(Kind.EXPIRED);

    private final @Nullable Kind standing;

    Queue(@Nullable Kind standing) {
        this.standing = standing;
    }

    /** The standing of all in it; none for those who ask for a longer licence. */
    Optional<Kind> standing() {
        return Optional.ofNullable(standing);
    }

    /** As it stands in an address and ends a key in the message files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
