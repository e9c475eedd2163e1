package br.com.redcheck.accreditation;

import br.com.redcheck.account.Administrator;
import br.com.redcheck.account.ApiKeys;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.Standing.Granted;
import br.com.redcheck.accreditation.Standing.Renewable;
import br.com.redcheck.accreditation.Standing.Suspended;
import br.com.redcheck.accreditation.Standing.Undecided;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators decide. Each decision is told by mail, kept in the case's history, and counts from the next click of
 * whoever it is about. A step that does not follow from where the case stands is refused with {@link CaseMovedOn}.
 */
@Service
@Transactional
class Decisions {
    private final Cases cases;
    private final CaseRegister register;
    private final ApiKeys apiKeys;
    private final BrasiliaCalendar calendar;

    Decisions(Cases cases, CaseRegister register, ApiKeys apiKeys, BrasiliaCalendar calendar) {
        this.cases = cases;
        this.register = register;
        this.apiKeys = apiKeys;
        this.calendar = calendar;
    }

    void askEvidence(Administrator by, CaseId id, Reason what) {
        decide(
                by,
                id,
                Step.EVIDENCE_ASKED,
                Undecided.class,
                standing -> standing.askEvidence(what.text()),
                Optional.of(what));
    }

    void grant(Administrator by, CaseId id, LastDay until, Optional<Reason> note) {
        decide(by, id, Step.GRANTED, Undecided.class, standing -> standing.grant(until.day()), note);
    }

    void refuse(Administrator by, CaseId id, Reason reason) {
        decide(by, id, Step.REFUSED, Undecided.class, standing -> standing.refuse(reason.text()), Optional.of(reason));
    }

    /** Programs are shut out for good: their keys are made anew once the suspension is lifted. */
    void suspend(Administrator by, CaseId id, Reason reason) {
        OwnerId owner = cases.find(id).orElseThrow(NoSuchCase::new).owner();
        decide(by, id, Step.SUSPENDED, Granted.class, standing -> standing.suspend(reason.text()), Optional.of(reason));
        apiKeys.revokeAll(owner);
    }

    void lift(Administrator by, CaseId id, Reason reason) {
        decide(by, id, Step.LIFTED, Suspended.class, Suspended::lift, Optional.of(reason));
    }

    void renew(Administrator by, CaseId id, LastDay until, Optional<Reason> note) {
        decide(by, id, Step.RENEWED, Renewable.class, standing -> standing.renew(until.day()), note);
    }

    /** Leaves the licence as it is; it ends on its day. */
    void declineRenewal(Administrator by, CaseId id, Reason reason) {
        if (cases.lock(id).flatMap(AccreditationCase::renewalAskedAt).isEmpty()) {
            throw new CaseMovedOn();
        }
        decide(by, id, Step.RENEWAL_DECLINED, Renewable.class, Function.identity(), Optional.of(reason));
    }

    private <S extends Standing> void decide(
            Administrator by,
            CaseId id,
            Step step,
            Class<S> from,
            Function<? super S, ? extends Standing> how,
            Optional<Reason> reason) {
        AccreditationCase found = cases.lock(id).orElseThrow(NoSuchCase::new);
        S standing = CaseMovedOn.unless(from, found.standing(calendar.today()));
        register.move(
                found,
                step,
                how.apply(standing),
                by.account(),
                reason.map(Reason::text).orElse(null));
    }
}
