package br.com.redcheck.patient.rights;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.rights.RightsRequest.Channel;
import br.com.redcheck.patient.rights.RightsRequest.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where requests of patients come in, wait under a clock, and are answered. */
@Service
@Transactional
public class RightsDesk {
    /** The law counts days where its people live. */
    static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private static final int MOST_CHARACTERS = 4000;

    private final RequestRows rows;
    private final Patients patients;
    private final List<HoldsOfPatients> holders;
    private final AuditLog audit;
    private final Clock clock;

    RightsDesk(RequestRows rows, Patients patients, List<HoldsOfPatients> holders, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.patients = patients;
        this.holders = holders;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A patient asks for something.
     *
     * @param note what they add in their own words
     * @throws br.com.redcheck.patient.NoSuchPatient if the owner has none of this id
     */
    public void ask(OwnerId owner, PatientId patient, RequestKind kind, Channel channel, String note) {
        patients.compare(owner, patient);
        String kept = atMost(note);
        Instant now = clock.instant();
        LocalDate due = LocalDate.ofInstant(now, BRASILIA).plus(RequestKind.TERM);
        RightsRequest request =
                new RightsRequest(UUID.randomUUID(), patient, kind, channel, kept, State.OPEN, now, due, null, "");
        rows.add(owner, request, patient);
        audit.record(owner, "rights.asked", request.id());
    }

    /** A patient's requests, the newest first. */
    @Transactional(readOnly = true)
    public List<RightsRequest> of(OwnerId owner, PatientId patient) {
        return rows.of(owner, patient);
    }

    /** All requests of an owner's patients that wait, the most urgent first. */
    @Transactional(readOnly = true)
    List<RightsRequest> open(OwnerId owner) {
        return rows.open(owner);
    }

    /**
     * Answers a request.
     *
     * @throws NoAnswer if there is nothing to read in it, or nothing to answer any more
     */
    void answer(OwnerId owner, UUID request, boolean denied, String answer) {
        if (answer.isBlank()) {
            throw NoAnswer.empty();
        }
        if (!rows.answer(owner, request, denied ? State.DENIED : State.DONE, atMost(answer), clock.instant())) {
            throw NoAnswer.answered();
        }
        audit.record(owner, denied ? "rights.denied" : "rights.answered", request);
    }

    /**
     * Deletes a patient: all rows that are about them, and all sealed bytes that those name. What a law makes us keep stays sealed, and
     * on a list with its reason and its last day. The audit log says that it was done, and not to whom.
     *
     * @throws br.com.redcheck.patient.NoSuchPatient if the owner has none of this id
     */
    public void erase(OwnerId owner, PatientId patient) {
        patients.compare(owner, patient);
        Instant now = clock.instant();
        List<KeptByLaw> kept = holders.stream()
                .flatMap(holder -> holder.erase(owner, patient).stream())
                .toList();
        kept.forEach(thing -> rows.keep(owner, thing, now));
        rows.close(owner, patient, now);
        patients.remove(owner, patient);
        audit.record(owner, "patient.erased", patient.value());
    }

    private static String atMost(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw NoAnswer.tooLong(MOST_CHARACTERS);
        }
        return text.strip();
    }
}
