package br.com.redcheck.accreditation;

import br.com.redcheck.account.Administrator;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.Standing.Undecided;
import br.com.redcheck.audit.AuditLog;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which papers were shown, taken back, and looked at. */
@Component
@Transactional
class EvidenceRegister {
    private static final int MOST = 10;

    private final Cases cases;
    private final EvidenceFiles files;
    private final AuditLog audit;
    private final BrasiliaCalendar calendar;

    EvidenceRegister(Cases cases, EvidenceFiles files, AuditLog audit, BrasiliaCalendar calendar) {
        this.cases = cases;
        this.files = files;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * The case that one more paper would belong to.
     *
     * @throws TooMuchEvidence if there are enough already
     */
    AccreditationCase roomIn(OwnerId owner) {
        AccreditationCase own = cases.lock(owner).orElseThrow(NoSuchCase::new);
        if (files.sinceLastLicence(own.id()) >= MOST) {
            throw new TooMuchEvidence(MOST);
        }
        return own;
    }

    /** @throws TooMuchEvidence if others have come first */
    void add(OwnerId owner, EvidenceFile file) {
        files.add(roomIn(owner), file);
        audit.record(owner, "evidence.added", file.id());
    }

    /**
     * Takes a paper back. What a decision was founded on stays.
     *
     * @throws CaseMovedOn if the case is decided
     */
    Paper remove(OwnerId owner, UUID id) {
        AccreditationCase own = cases.lock(owner).orElseThrow(NoSuchCase::new);
        CaseMovedOn.unless(Undecided.class, own.standing(calendar.today()));
        EvidenceFile file = files.find(own.id(), id).orElseThrow(NoSuchCase::new);
        files.remove(own.id(), id);
        audit.record(owner, "evidence.removed", id);
        return new Paper(own.id(), file);
    }

    /** A paper of the owner's own. */
    Paper shown(OwnerId owner, UUID id) {
        AccreditationCase own = cases.find(owner).orElseThrow(NoSuchCase::new);
        return new Paper(own.id(), files.find(own.id(), id).orElseThrow(NoSuchCase::new));
    }

    /** A paper that an administrator looks at. The first page stands for the paper in the audit. */
    Paper lookedAt(Administrator by, CaseId id, UUID file, boolean firstLook) {
        AccreditationCase found = cases.find(id).orElseThrow(NoSuchCase::new);
        EvidenceFile paper = files.find(id, file).orElseThrow(NoSuchCase::new);
        if (firstLook) {
            audit.record(found.owner(), "evidence.read", file);
        }
        return new Paper(id, paper);
    }

    /** A paper and the case under whose key it lies. */
    record Paper(CaseId of, EvidenceFile file) {}
}
