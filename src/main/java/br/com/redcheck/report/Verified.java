package br.com.redcheck.report;

import br.com.redcheck.report.SignedReport.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What anybody who holds a report may know of it; nothing of whom it is about.
 *
 * @param sha256 of the PDF, in hexadecimal
 */
record Verified(
        Instant signedAt,
        String signerName,
        String signerCrm,
        boolean certified,
        String sha256,
        @Nullable Instant replacedAt,
        @Nullable Instant withdrawnAt) {
    public State state() {
        return State.of(replacedAt, withdrawnAt);
    }
}
