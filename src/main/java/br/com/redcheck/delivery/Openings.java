package br.com.redcheck.delivery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.patient.PatientVisit;
import br.com.redcheck.report.ReportId;
import br.com.redcheck.report.SignedReports;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets patients in by their links, and looks at each of their steps whether the link still stands. */
@Service
@Transactional
class Openings {
    private final LinkRows rows;
    private final SignedReports reports;
    private final DeliverySettings settings;
    private final AuditLog audit;
    private final Clock clock;

    Openings(LinkRows rows, SignedReports reports, DeliverySettings settings, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.reports = reports;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a link to whoever proves to be the patient. A link that does not work any more is not even tried. */
    Optional<PatientVisit> open(OwnerId owner, UUID id, Proof proof) {
        Instant now = clock.instant();
        Optional<ReportLink> standing = rows.lock(owner, id)
                .filter(link -> link.stateAtDoor(now, settings) == ReportLink.State.OPEN);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        ReportLink link = standing.get();
        if (!proof.fits(reports.patient(owner, link.report()))) {
            rows.proofWasWrong(owner, id);
            audit.record(owner, "link.refused", id);
            return Optional.empty();
        }
        rows.opened(owner, id, now);
        audit.record(owner, "link.opened", id);
        return Optional.of(new PatientVisit(
                owner, link.patient(), link.exam().value(), link.report().value(), id));
    }

    /** The link that a visit came by, as long as it stands. */
    @Transactional(readOnly = true)
    Optional<ReportLink> standing(OwnerId owner, UUID id) {
        return rows.find(owner, id).filter(link -> link.state(clock.instant(), settings) == ReportLink.State.OPEN);
    }

    /** Puts on record what a patient did with a link. */
    void note(OwnerId owner, UUID id, String action) {
        audit.record(owner, action, id);
    }

    /** What does not hold any more is not shown to anybody. */
    void endAll(OwnerId owner, ReportId report) {
        rows.ofReport(owner, report).forEach(link -> {
            rows.revoke(owner, link.id(), clock.instant());
            audit.record(owner, "link.revoked", link.id());
        });
    }

    /** Ends all links of an owner who has gone. */
    void endAll(OwnerId owner) {
        rows.revokeAll(owner, clock.instant());
    }
}
