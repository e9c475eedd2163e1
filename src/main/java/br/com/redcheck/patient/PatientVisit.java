package br.com.redcheck.patient;

import br.com.redcheck.account.OwnerId;
import java.io.Serializable;
import java.util.UUID;

/**
 * A patient, without account, who has opened a link to one report and proven who they are. It is the principal below {@code /visit},
 * where it stands for as long as the link does; a controller there takes it as {@code @AuthenticationPrincipal PatientVisit}.
 *
 * @param owner whose patient this is
 * @param exam the one exam that may be looked at
 * @param report the one report that may be read
 * @param link by which link the patient came
 */
public record PatientVisit(OwnerId owner, PatientId patient, UUID exam, UUID report, UUID link)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What the principal may do; as authority {@code ROLE_PATIENT_VISIT}. */
    public static final String ROLE = "PATIENT_VISIT";

    /** Only what may be logged. */
    @Override
    public String toString() {
        return "PatientVisit[link=" + link + "]";
    }
}
