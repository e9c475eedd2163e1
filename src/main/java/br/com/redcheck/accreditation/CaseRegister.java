package br.com.redcheck.accreditation;

import br.com.redcheck.accreditation.Standing.Kind;
import br.com.redcheck.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down each step of a case: the case itself, its history, the audit, and the mail about it, in one transaction. */
@Component
class CaseRegister {
    private final Cases cases;
    private final History history;
    private final AuditLog audit;
    private final CaseMail mail;
    private final Clock clock;

    CaseRegister(Cases cases, History history, AuditLog audit, CaseMail mail, Clock clock) {
        this.cases = cases;
        this.history = history;
        this.audit = audit;
        this.mail = mail;
        this.clock = clock;
    }

    /** Begins a case; one that the owner has already stays as it is. */
    void open(AccreditationCase added, Step step, byte @Nullable [] cpfFingerprint) {
        if (cases.add(added, cpfFingerprint)) {
            KeptStanding kept = added.kept();
            history.add(
                    added,
                    new TakenStep(
                            added.since(), Optional.empty(), step, Optional.empty(), kept.kind(), kept.until(), null));
            audit.record(
                    added.owner(), "accreditation." + step.key(), added.id().value());
        }
    }

    /**
     * Moves a case that the caller has locked.
     *
     * @param by the account that wants it; nobody if time does
     */
    void move(AccreditationCase from, Step step, Standing next, @Nullable UUID by, @Nullable String reason) {
        Instant now = clock.instant();
        KeptStanding kept = KeptStanding.of(next);
        Instant since = kept.equals(from.kept()) ? from.since() : now;
        cases.move(from.id(), kept, since, wishAfter(from, step, now));
        Kind was = from.kept().kind();
        history.add(
                from,
                new TakenStep(now, Optional.ofNullable(by), step, Optional.of(was), kept.kind(), kept.until(), reason));
        audit.record(from.owner(), "accreditation." + step.key(), from.id().value());
        mail.tell(from, step, kept.until(), reason);
    }

    void erased(AccreditationCase of) {
        audit.record(of.owner(), "accreditation.erased", of.id().value());
    }

    /** A wish for renewal lasts until it is answered, whatever else befalls the licence. */
    private static @Nullable Instant wishAfter(AccreditationCase from, Step step, Instant now) {
        return switch (step) {
            case RENEWAL_ASKED -> now;
            case RENEWED, RENEWAL_DECLINED -> null;
            default -> from.renewalAskedAt().orElse(null);
        };
    }
}
