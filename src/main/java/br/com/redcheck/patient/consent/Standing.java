package br.com.redcheck.patient.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient stands on one purpose.
 *
 * @param version the text that was last agreed to or taken back; null, as what follows, if nothing was ever said
 */
public record Standing(
        Purpose purpose,
        State state,
        @Nullable LocalDate version,
        @Nullable Way way,
        @Nullable Instant at) {
    /** What the newest word on a purpose amounts to. */
    public enum State {
        /** Nobody has ever agreed. */
        NEVER_GIVEN,
        GIVEN,
        WITHDRAWN,
        /** Given to a text that a newer one has ended: the patient is to be asked anew. */
        OUTDATED
    }

    /** Whether the purpose may be pursued. */
    public boolean given() {
        return state == State.GIVEN;
    }
}
