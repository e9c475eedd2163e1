package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where reports are written: what is typed is kept at once, sealed, and nobody overwrites what they have not seen. */
@Service
@Transactional
class DraftDesk {
    /** What became of a saving. */
    record Saved(int version, Instant at) {}

    private final ExamShelf shelf;
    private final Drafts drafts;
    private final ReportRows reports;
    private final ReportSeal seal;
    private final AuditLog audit;
    private final Clock clock;

    DraftDesk(ExamShelf shelf, Drafts drafts, ReportRows reports, ReportSeal seal, AuditLog audit, Clock clock) {
        this.shelf = shelf;
        this.drafts = drafts;
        this.reports = reports;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a report; an exam whose report is being written keeps that draft.
     *
     * @param earlier what it adds to or is to replace, null for one that stands by itself
     * @param language of the text, until the doctor chooses
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     * @throws NoSuchReport if the exam has no such report
     * @throws ReportMovedOn if that report no longer holds
     */
    void begin(OwnerId owner, ExamId exam, Kind kind, @Nullable ReportId earlier, Locale language) {
        shelf.exam(owner, exam);
        if (drafts.find(owner, exam).isPresent()) {
            return;
        }
        ReportText text = ReportText.empty(language);
        if (kind != Kind.FIRST) {
            SignedReport report = holding(owner, exam, earlier);
            text = kind == Kind.REPLACEMENT ? textOf(owner, report.id()) : ReportText.empty(report.language());
        }
        ReportId id = ReportId.random();
        drafts.add(owner, new Draft(id, exam, kind, kind == Kind.FIRST ? null : earlier, text, 0, now()));
        audit.record(owner, "report.begun", id.value());
    }

    /** A report of the exam that holds at this moment. */
    private SignedReport holding(OwnerId owner, ExamId exam, @Nullable ReportId id) {
        SignedReport report = Optional.ofNullable(id)
                .flatMap(named -> reports.find(owner, named))
                .filter(found -> found.exam().equals(exam))
                .orElseThrow(NoSuchReport::new);
        if (report.state() != SignedReport.State.VALID) {
            throw new ReportMovedOn();
        }
        return report;
    }

    private ReportText textOf(OwnerId owner, ReportId id) {
        return seal.openText(owner, reports.sealed(owner, id).orElseThrow().text());
    }

    /**
     * The draft of an exam, for somebody to go on with; empty if nobody has begun one.
     *
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     */
    Optional<Draft> open(OwnerId owner, ExamId exam) {
        shelf.exam(owner, exam);
        Optional<Draft> draft = drafts.find(owner, exam);
        draft.ifPresent(
                opened -> audit.record(owner, "report.draft-opened", opened.id().value()));
        return draft;
    }

    /** Whether an exam's report is being written. */
    @Transactional(readOnly = true)
    boolean begun(OwnerId owner, ExamId exam) {
        return drafts.find(owner, exam).isPresent();
    }

    /**
     * The draft of an exam in the version that somebody has seen.
     *
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     * @throws DraftMovedOn if it is another version, or gone
     */
    @Transactional(readOnly = true)
    Draft require(OwnerId owner, ExamId exam, int seen) {
        shelf.exam(owner, exam);
        Draft draft = drafts.find(owner, exam).orElseThrow(DraftMovedOn::gone);
        if (draft.version() != seen) {
            throw DraftMovedOn.saved();
        }
        return draft;
    }

    /**
     * Keeps what was typed.
     *
     * @param seen the version that it was typed into
     * @throws DraftMovedOn if that is not the newest, or the draft is gone
     */
    Saved save(OwnerId owner, ExamId exam, int seen, ReportText text) {
        Draft draft = require(owner, exam, seen);
        Instant now = now();
        if (!drafts.save(owner, draft.id(), seen, text, now)) {
            throw DraftMovedOn.saved();
        }
        return new Saved(seen + 1, now);
    }

    /** Throws a draft away, for good; one that is gone is gone already. */
    void discard(OwnerId owner, ExamId exam) {
        shelf.exam(owner, exam);
        drafts.find(owner, exam).ifPresent(draft -> {
            drafts.remove(owner, draft.id(), draft.version());
            audit.record(owner, "report.discarded", draft.id().value());
        });
    }

    /** As precisely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
