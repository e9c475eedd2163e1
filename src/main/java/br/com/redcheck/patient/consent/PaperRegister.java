package br.com.redcheck.patient.consent;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.patient.NoSuchPatient;
import br.com.redcheck.patient.PatientId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which papers came in and were looked at. */
@Component
@Transactional
class PaperRegister {
    private static final int MOST = 20;

    private final ConsentRows consents;
    private final ConsentPaperRows rows;
    private final AuditLog audit;

    PaperRegister(ConsentRows consents, ConsentPaperRows rows, AuditLog audit) {
        this.consents = consents;
        this.rows = rows;
        this.audit = audit;
    }

    /** @throws UnreadablePaper if the patient has enough already */
    void requireRoom(OwnerId owner, PatientId patient) {
        if (!consents.lock(owner, patient)) {
            throw new NoSuchPatient();
        }
        if (rows.of(owner, patient).size() >= MOST) {
            throw UnreadablePaper.tooMany(MOST);
        }
    }

    void add(OwnerId owner, PatientId patient, ConsentPaper paper) {
        requireRoom(owner, patient);
        rows.add(owner, patient, paper);
        audit.record(owner, "consent.paper-kept", patient.value());
    }

    /** All papers of a patient's. */
    List<ConsentPaper> of(OwnerId owner, PatientId patient) {
        return rows.of(owner, patient);
    }

    /** @throws NoSuchPaper if the patient has none of this id */
    ConsentPaper lookedAt(OwnerId owner, PatientId patient, UUID id) {
        ConsentPaper paper = rows.find(owner, patient, id).orElseThrow(NoSuchPaper::new);
        audit.record(owner, "consent.paper-opened", patient.value());
        return paper;
    }
}
