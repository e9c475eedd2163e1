package br.com.redcheck.accreditation;

import br.com.redcheck.accreditation.Standing.EvidenceAsked;
import br.com.redcheck.accreditation.Standing.Expired;
import br.com.redcheck.accreditation.Standing.Granted;
import br.com.redcheck.accreditation.Standing.Kind;
import br.com.redcheck.accreditation.Standing.Refused;
import br.com.redcheck.accreditation.Standing.Requested;
import br.com.redcheck.accreditation.Standing.Suspended;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A standing as columns hold it. The database checks that each kind has what it needs and nothing else.
 *
 * @param until the last day of a licence that is, was, or would be
 */
record KeptStanding(
        Kind kind, @Nullable LocalDate until, @Nullable String reason) {
    static KeptStanding of(Standing standing) {
        if (standing instanceof EvidenceAsked asked) {
            return new KeptStanding(asked.kind(), null, asked.what());
        } else if (standing instanceof Granted granted) {
            return new KeptStanding(granted.kind(), granted.until(), null);
        } else if (standing instanceof Refused refused) {
            return new KeptStanding(refused.kind(), null, refused.reason());
        } else if (standing instanceof Suspended suspended) {
            return new KeptStanding(suspended.kind(), suspended.until(), suspended.reason());
        } else if (standing instanceof Expired expired) {
            return new KeptStanding(expired.kind(), expired.since().minusDays(1), null);
        }
        return new KeptStanding(standing.kind(), null, null);
    }

    /** What it is on a day: a licence ends with its last day, whether or not somebody has written that down. */
    Standing on(LocalDate today) {
        Standing written = asWritten();
        return written instanceof Granted granted && today.isAfter(granted.until()) ? granted.expire() : written;
    }

    private Standing asWritten() {
        return switch (kind) {
            case REQUESTED -> new Requested();
            case EVIDENCE_ASKED -> new EvidenceAsked(Objects.requireNonNull(reason));
            case GRANTED -> new Granted(Objects.requireNonNull(until));
            case REFUSED -> new Refused(Objects.requireNonNull(reason));
            case SUSPENDED -> new Suspended(Objects.requireNonNull(reason), Objects.requireNonNull(until));
            case EXPIRED -> new Granted(Objects.requireNonNull(until)).expire();
        };
    }
}
