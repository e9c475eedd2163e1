package br.com.redcheck.accreditation;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.AccreditationCase.Sealed;
import br.com.redcheck.accreditation.Applicant.DoctorApplicant;
import br.com.redcheck.accreditation.Standing.EvidenceAsked;
import br.com.redcheck.accreditation.Standing.Granted;
import br.com.redcheck.accreditation.Standing.Refused;
import br.com.redcheck.accreditation.Standing.Renewable;
import br.com.redcheck.accreditation.Standing.Requested;
import br.com.redcheck.accreditation.Standing.Undecided;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applicants may do about their own case. */
@Service
@Transactional
class Applications {
    private final Cases cases;
    private final History history;
    private final CaseRegister register;
    private final Claims claims;
    private final EvidenceFiles files;
    private final BrasiliaCalendar calendar;
    private final Clock clock;

    Applications(
            Cases cases,
            History history,
            CaseRegister register,
            Claims claims,
            EvidenceFiles files,
            BrasiliaCalendar calendar,
            Clock clock) {
        this.cases = cases;
        this.history = history;
        this.register = register;
        this.claims = claims;
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Asks for a licence. An owner who has asked before keeps that case. */
    void ask(OwnerId owner, Applicant applicant, Locale language) {
        CaseId id = CaseId.random();
        byte[] fingerprint = applicant
                .doctor()
                .map(DoctorApplicant::cpf)
                .map(claims::fingerprint)
                .orElse(null);
        AccreditationCase asked = new AccreditationCase(
                id,
                owner,
                applicant.kind(),
                language,
                Optional.of(new Sealed(claims.seal(id, applicant))),
                KeptStanding.of(new Requested()),
                clock.instant(),
                Optional.empty());
        register.open(asked, Step.REQUESTED, fingerprint);
    }

    /** Lets in a doctor who was made at this machine, where nobody asks for papers. */
    void letIn(OwnerId owner, Locale language) {
        AccreditationCase granted = new AccreditationCase(
                CaseId.random(),
                owner,
                Applicant.Kind.DOCTOR,
                language,
                Optional.empty(),
                KeptStanding.of(new Granted(LastDay.usual(calendar.today()).day())),
                clock.instant(),
                Optional.empty());
        register.open(granted, Step.GRANTED, null);
    }

    /** The owner's case with its history and papers; empty if they never asked. */
    @Transactional(readOnly = true)
    Optional<OwnCase> of(OwnerId owner) {
        return cases.find(owner)
                .map(found -> new OwnCase(
                        found.kind(),
                        found.standing(calendar.today()),
                        found.renewalAskedAt(),
                        history.of(found.id()),
                        files.of(found.id())));
    }

    /**
     * Says that what was asked for has been shown.
     *
     * @throws CaseMovedOn if nothing is asked for
     */
    void answer(OwnerId owner, UUID by) {
        AccreditationCase own = own(owner);
        EvidenceAsked asked = CaseMovedOn.unless(EvidenceAsked.class, own.standing(calendar.today()));
        register.move(own, Step.ANSWERED, asked.answered(), by, null);
    }

    /**
     * Asks anew after a refusal.
     *
     * @throws CaseMovedOn if it was not refused
     */
    void askAgain(OwnerId owner, UUID by) {
        AccreditationCase own = own(owner);
        Refused refused = CaseMovedOn.unless(Refused.class, own.standing(calendar.today()));
        register.move(own, Step.ASKED_AGAIN, refused.askAgain(), by, null);
    }

    /**
     * Asks for a longer licence, before its last day or after; meanwhile it stands as it stood.
     *
     * @throws CaseMovedOn if there is none to renew, or this was asked already
     */
    void askRenewal(OwnerId owner, UUID by) {
        AccreditationCase own = own(owner);
        Renewable standing = CaseMovedOn.unless(Renewable.class, own.standing(calendar.today()));
        if (own.renewalAskedAt().isPresent()) {
            throw new CaseMovedOn();
        }
        register.move(own, Step.RENEWAL_ASKED, standing, by, null);
    }

    /** Forgets who the applicant is: the key of the case goes, and with it all papers; how the case stood stays. */
    void erase(OwnerId owner) {
        cases.lock(owner).ifPresent(found -> {
            cases.erase(found.id());
            claims.forget(found.id());
            register.erased(found);
        });
    }

    private AccreditationCase own(OwnerId owner) {
        return cases.lock(owner).orElseThrow(NoSuchCase::new);
    }

    /** What an applicant sees of their case. */
    record OwnCase(
            Applicant.Kind kind,
            Standing standing,
            Optional<Instant> renewalAskedAt,
            List<TakenStep> history,
            List<EvidenceFile> files) {
        /** Whether a longer licence may be asked for now. */
        public boolean mayAskRenewal() {
            return standing instanceof Renewable && renewalAskedAt.isEmpty();
        }

        /** Whether papers may still be taken back. */
        public boolean undecided() {
            return standing instanceof Undecided;
        }
    }
}
