package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was signed, and what was withdrawn. */
@Service
@Transactional
class ReportRegister {
    private final Drafts drafts;
    private final ReportRows rows;
    private final ReportSeal seal;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportRegister(
            Drafts drafts,
            ReportRows rows,
            ReportSeal seal,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.seal = seal;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a signed report in the place of its draft.
     *
     * @throws DraftMovedOn if somebody has saved, signed or discarded the draft meanwhile
     * @throws ReportMovedOn if what it adds to or replaces no longer holds
     */
    void keep(
            OwnerId owner,
            Draft draft,
            SignedReport report,
            ReportRows.Sealed sealed,
            VerificationToken token,
            Signer signer) {
        if (!drafts.remove(owner, draft.id(), draft.version())) {
            throw DraftMovedOn.saved();
        }
        Optional.ofNullable(report.earlier()).ifPresent(earlier -> requireHolding(owner, report.exam(), earlier));
        try {
            rows.add(owner, report, sealed, token, signer.account());
        } catch (DuplicateKeyException replacedMeanwhile) {
            throw new ReportMovedOn();
        }
        events.publishEvent(new ReportSigned(owner, report.id(), report.exam()));
        audit.record(owner, "report.signed", report.id().value());
    }

    /**
     * Says that a report no longer holds. It stays readable.
     *
     * @throws NoSuchReport if the exam has no such report
     * @throws ReportMovedOn if it no longer holds
     * @throws UselessReason if nobody says why
     */
    void withdraw(OwnerId owner, ExamId exam, ReportId id, UUID by, String reason) {
        String why = reason.strip();
        requireHolding(owner, exam, id);
        if (why.isEmpty() || why.length() > UselessReason.LONGEST) {
            throw new UselessReason();
        }
        try {
            rows.withdraw(owner, id, by, seal.sealReason(owner, why), clock.instant());
        } catch (DuplicateKeyException withdrawnMeanwhile) {
            throw new ReportMovedOn();
        }
        events.publishEvent(new ReportWithdrawn(owner, id, exam));
        audit.record(owner, "report.withdrawn", id.value());
    }

    private void requireHolding(OwnerId owner, ExamId exam, ReportId id) {
        SignedReport report =
                rows.find(owner, id).filter(found -> found.exam().equals(exam)).orElseThrow(NoSuchReport::new);
        if (report.state() != SignedReport.State.VALID) {
            throw new ReportMovedOn();
        }
    }
}
