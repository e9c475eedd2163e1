package br.com.redcheck.report;

import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.PatientId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was signed. It identifies nobody but its signer.
 *
 * @param patient as the register called them at signing; the register may have struck them off since
 * @param earlier what it adds to or replaces, null for one that stands by itself
 * @param language of its text, the patient's choice
 * @param sha256 of the PDF, in hexadecimal
 * @param bytes size of the PDF
 * @param certified whether the PDF bears the signature of the doctor's own certificate
 * @param replacedBy null unless another stands instead of it
 * @param withdrawnAt null unless it was withdrawn
 */
public record SignedReport(
        ReportId id,
        ExamId exam,
        PatientId patient,
        Kind kind,
        @Nullable ReportId earlier,
        Locale language,
        String sha256,
        long bytes,
        Instant signedAt,
        String signerName,
        String signerCrm,
        boolean certified,
        @Nullable ReportId replacedBy,
        @Nullable Instant replacedAt,
        @Nullable Instant withdrawnAt) {
    /** Whether a report still holds. */
    public enum State {
        VALID,
        REPLACED,
        WITHDRAWN;

        static State of(@Nullable Instant replacedAt, @Nullable Instant withdrawnAt) {
            if (withdrawnAt != null) {
                return WITHDRAWN;
            }
            return replacedAt == null ? VALID : REPLACED;
        }
    }

    /** Whether it still holds. One that was withdrawn after it had been replaced counts as withdrawn. */
    public State state() {
        return State.of(replacedAt, withdrawnAt);
    }
}
