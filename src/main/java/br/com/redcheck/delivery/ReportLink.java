package br.com.redcheck.delivery;

import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.report.ReportId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to one report that was handed out.
 *
 * @param language the patient's choice
 * @param download whether the patient may keep the file
 * @param recipient whom it was mailed to, sealed; null for paper
 * @param mail the e-mail in the outbox; null for paper
 * @param openings how often somebody proved who they are and came in
 * @param openedAt when last, or null
 */
@SuppressWarnings("ArrayRecordComponent") // handed between column and vault, never compared
record ReportLink(
        UUID id,
        ReportId report,
        ExamId exam,
        PatientId patient,
        Kind kind,
        Locale language,
        boolean download,
        byte @Nullable [] recipient,
        @Nullable UUID mail,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        int openings,
        @Nullable Instant openedAt,
        int wrongProofs) {
    /** On what it was handed out. */
    enum Kind {
        MAIL,
        SLIP
    }

    /** Whether it opens, and if not, why; only its doctor is told. */
    enum State {
        OPEN,
        EXPIRED,
        USED_UP,
        LOCKED,
        REVOKED
    }

    State state(Instant now, DeliverySettings settings) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return State.EXPIRED;
        }
        return wrongProofs >= settings.mostWrongProofs() ? State.LOCKED : State.OPEN;
    }

    /** As {@link #state}, for somebody who is still outside. */
    State stateAtDoor(Instant now, DeliverySettings settings) {
        State state = state(now, settings);
        return state == State.OPEN && openings >= settings.mostOpenings() ? State.USED_UP : state;
    }
}
