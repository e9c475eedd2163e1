package br.com.redcheck.patient.consent;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.patient.NoSuchPatient;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.consent.Standing.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What patients have agreed to. Nothing is ever changed here: a new word is added, and the newest on each purpose counts. What may be
 * used because of it is not asked of this class, but selected through views of the database that leave out everything else.
 */
@Service
@Transactional
public class Consents {
    private final ConsentRows rows;
    private final ConsentPaperRows papers;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(ConsentRows rows, ConsentPaperRows papers, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.papers = papers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Where a patient stands on each purpose. */
    @Transactional(readOnly = true)
    public List<Standing> of(OwnerId owner, PatientId patient) {
        List<ConsentStep> steps = rows.of(owner, patient);
        LocalDate oldest = oldestInForce();
        return Arrays.stream(Purpose.values())
                .map(purpose -> standing(purpose, steps, oldest))
                .toList();
    }

    /** All that a patient has said, the newest first. */
    @Transactional(readOnly = true)
    public List<ConsentStep> history(OwnerId owner, PatientId patient) {
        return rows.of(owner, patient);
    }

    /** The texts to which one may agree now, the newest first. */
    @Transactional(readOnly = true)
    public List<LocalDate> versions() {
        return rows.versions();
    }

    /**
     * The patient has agreed by their own hand, on the page behind their link.
     *
     * @param version the text that they have read
     * @throws NoSuchPatient if the owner has none of this id
     * @throws TextMovedOn if there is a newer text by now
     */
    public void giveByLink(OwnerId owner, PatientId patient, Set<Purpose> purposes, LocalDate version) {
        if (!version.equals(rows.versions().get(0))) {
            throw new TextMovedOn();
        }
        give(owner, patient, purposes, version, Way.LINK, null);
    }

    /**
     * The patient has agreed on paper, as the doctor declares.
     *
     * @param version the text on the paper
     * @throws NoSuchPatient if the owner has none of this id
     * @throws TextMovedOn if a newer text has ended the one on the paper
     * @throws NoSuchPaper if the paper is not this patient's
     */
    public void giveOnPaper(OwnerId owner, PatientId patient, Set<Purpose> purposes, LocalDate version, UUID paper) {
        if (!rows.versions().contains(version)) {
            throw new TextMovedOn();
        }
        if (papers.find(owner, patient, paper).isEmpty()) {
            throw new NoSuchPaper();
        }
        give(owner, patient, purposes, version, Way.PAPER, paper);
    }

    /**
     * The patient takes a consent back; from this transaction on nothing more is selected for it. What was never given or is taken
     * back already stays so.
     *
     * @param way {@link Way#LINK} or {@link Way#REQUEST}
     * @throws NoSuchPatient if the owner has none of this id
     */
    public void withdraw(OwnerId owner, PatientId patient, Purpose purpose, Way way) {
        require(owner, patient);
        Optional<ConsentStep> newest = newest(purpose, rows.of(owner, patient)).filter(ConsentStep::given);
        newest.ifPresent(given -> {
            rows.add(owner, patient, new ConsentStep(purpose, false, given.version(), way, null, now()));
            events.publishEvent(new ConsentWithdrawn(owner, patient, purpose));
            audit.record(owner, "consent.withdrawn", patient.value());
        });
    }

    private void give(
            OwnerId owner, PatientId patient, Set<Purpose> purposes, LocalDate version, Way way, @Nullable UUID paper) {
        require(owner, patient);
        if (purposes.isEmpty()) {
            throw new NothingAgreedTo();
        }
        Instant now = now();
        purposes.stream()
                .sorted()
                .forEach(purpose -> rows.add(owner, patient, new ConsentStep(purpose, true, version, way, paper, now)));
        audit.record(owner, "consent.given", patient.value());
    }

    private void require(OwnerId owner, PatientId patient) {
        if (!rows.lock(owner, patient)) {
            throw new NoSuchPatient();
        }
    }

    private LocalDate oldestInForce() {
        List<LocalDate> versions = rows.versions();
        return versions.get(versions.size() - 1);
    }

    private static Standing standing(Purpose purpose, List<ConsentStep> steps, LocalDate oldest) {
        return newest(purpose, steps)
                .map(step -> new Standing(purpose, state(step, oldest), step.version(), step.way(), step.at()))
                .orElseGet(() -> new Standing(purpose, State.NEVER_GIVEN, null, null, null));
    }

    private static State state(ConsentStep step, LocalDate oldest) {
        if (!step.given()) {
            return State.WITHDRAWN;
        }
        return step.version().isBefore(oldest) ? State.OUTDATED : State.GIVEN;
    }

    private static Optional<ConsentStep> newest(Purpose purpose, List<ConsentStep> newestFirst) {
        return newestFirst.stream().filter(step -> step.purpose() == purpose).findFirst();
    }

    private Instant now() {
        return clock.instant();
    }
}
