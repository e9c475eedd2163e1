package br.com.redcheck.accreditation;

import br.com.redcheck.account.OwnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One owner's wish to use the platform, and what has become of it.
 *
 * @param language of the mails about it
 * @param claims what the applicant says, sealed
 * @param since when it came to stand so
 * @param renewalAskedAt when the applicant asked for a longer licence, if nobody has answered yet
 */
record AccreditationCase(
        CaseId id,
        OwnerId owner,
        Applicant.Kind kind,
        Locale language,
        Optional<Sealed> claims,
        KeptStanding kept,
        Instant since,
        Optional<Instant> renewalAskedAt) {
    /** Sealed bytes; the array is nobody else's. */
    @SuppressWarnings("ArrayRecordComponent") // handed from the column to the vault, never compared
    record Sealed(byte[] bytes) {}

    Standing standing(LocalDate today) {
        return kept.on(today);
    }

    @Override
    public String toString() {
        return "AccreditationCase[" + id + ", " + kept.kind() + "]";
    }
}
