package br.com.redcheck.accreditation;

import br.com.redcheck.account.Administrator;
import br.com.redcheck.accreditation.Applicant.DoctorApplicant;
import br.com.redcheck.accreditation.CouncilAnswers.Answer;
import br.com.redcheck.accreditation.CouncilRegister.Finding;
import br.com.redcheck.accreditation.CouncilRegister.Lookup;
import br.com.redcheck.accreditation.CouncilRegister.Lookup.ByHand;
import br.com.redcheck.accreditation.CouncilRegister.Lookup.Registered;
import br.com.redcheck.audit.AuditLog;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators see of the cases. */
@Service
@Transactional
class CaseDesk {
    static final int ROWS = 25;

    private final Cases cases;
    private final History history;
    private final EvidenceFiles files;
    private final CouncilRegister council;
    private final CouncilAnswers answers;
    private final Claims claims;
    private final AuditLog audit;
    private final BrasiliaCalendar calendar;
    private final Clock clock;

    CaseDesk(
            Cases cases,
            History history,
            EvidenceFiles files,
            CouncilRegister council,
            CouncilAnswers answers,
            Claims claims,
            AuditLog audit,
            BrasiliaCalendar calendar,
            Clock clock) {
        this.cases = cases;
        this.history = history;
        this.files = files;
        this.council = council;
        this.answers = answers;
        this.claims = claims;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * One page of a list, oldest first, and one row more if there is another page.
     *
     * @param page from 0
     */
    @Transactional(readOnly = true)
    List<QueueRow> queue(Administrator by, Queue which, int page) {
        int offset = page * ROWS;
        List<AccreditationCase> found = which.standing()
                .map(standing -> cases.standing(standing, ROWS + 1, offset))
                .orElseGet(() -> cases.askingForRenewal(ROWS + 1, offset));
        return found.stream().map(this::row).toList();
    }

    private QueueRow row(AccreditationCase found) {
        return new QueueRow(
                found.id(),
                found.kind(),
                claims.open(found).map(Applicant::name),
                found.renewalAskedAt().orElse(found.since()),
                cases.withTheSameCpf(found.id()) > 0);
    }

    /** All that there is about one case. That an administrator has opened it is on record. */
    CaseFile open(Administrator by, CaseId id) {
        AccreditationCase found = cases.find(id).orElseThrow(NoSuchCase::new);
        Optional<Applicant> applicant = claims.open(found);
        audit.record(found.owner(), "accreditation.read", id.value());
        return new CaseFile(
                id,
                found.kind(),
                found.standing(calendar.today()),
                found.since(),
                found.renewalAskedAt(),
                applicant,
                cases.withTheSameCpf(id),
                applicant.flatMap(Applicant::doctor).map(DoctorApplicant::crm).map(council::lookUp),
                answers.of(id),
                files.of(id),
                history.of(id));
    }

    /** Keeps what an administrator found at the council. */
    void noteAnswer(Administrator by, CaseId id, Finding finding) {
        AccreditationCase found = cases.find(id).orElseThrow(NoSuchCase::new);
        answers.add(found, finding, by.account(), clock.instant());
        audit.record(found.owner(), "accreditation.council." + finding.key(), id.value());
    }

    /**
     * One line of a list.
     *
     * @param name empty for who was let in at this machine
     * @param waitingSince when it came to wait in this list
     * @param cpfKnown whether another case names the same CPF
     */
    record QueueRow(CaseId id, Applicant.Kind kind, Optional<String> name, Instant waitingSince, boolean cpfKnown) {}

    /**
     * A case as it lies on the desk.
     *
     * @param sameCpf how many other cases name the same CPF
     */
    record CaseFile(
            CaseId id,
            Applicant.Kind kind,
            Standing standing,
            Instant since,
            Optional<Instant> renewalAskedAt,
            Optional<Applicant> applicant,
            int sameCpf,
            Optional<Lookup> council,
            List<Answer> answers,
            List<EvidenceFile> files,
            List<TakenStep> history) {
        /** Where a person asks the council, if programs cannot. */
        public Optional<URI> searchPage() {
            return council.filter(ByHand.class::isInstance)
                    .map(ByHand.class::cast)
                    .map(ByHand::page);
        }

        /** To whom the CRM belongs, if the council has said so. */
        public Optional<String> registeredName() {
            return council.filter(Registered.class::isInstance)
                    .map(Registered.class::cast)
                    .map(Registered::name);
        }
    }
}
