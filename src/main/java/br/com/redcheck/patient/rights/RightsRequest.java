package br.com.redcheck.patient.rights;

import br.com.redcheck.patient.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a patient has asked for.
 *
 * @param patient null once they are deleted
 * @param note what they have added, opened
 * @param dueOn the last day on which it is answered in time
 * @param answer what they were told, opened
 */
public record RightsRequest(
        UUID id,
        @Nullable PatientId patient,
        RequestKind kind,
        Channel channel,
        String note,
        State state,
        Instant askedAt,
        LocalDate dueOn,
        @Nullable Instant answeredAt,
        String answer) {
    /** How it came in, and so how the patient has proven who they are. */
    public enum Channel {
        /** Behind the link, with its second proof. */
        LINK,
        /** Before the doctor, who has seen a document. */
        DOCTOR
    }

    /** How far it is. */
    public enum State {
        OPEN,
        DONE,
        /** With a reason in the answer. */
        DENIED
    }

    @Override
    public String toString() {
        return "RightsRequest[" + id + "]";
    }
}
