package br.com.redcheck.patient;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.patient.PatientRows.Prints;
import br.com.redcheck.patient.PatientRows.Sealed;
import br.com.redcheck.person.Cpf;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of an owner's patients. Whenever it shows somebody who a patient is, that is on record.
 *
 * <p>A patient is known again by CPF; without one, by name, day of birth and mother's name. Two owners' registers know nothing of
 * each other, even where they hold the same person.
 */
@Service
@Transactional
public class Patients {
    private static final int MOST_FOUND = 10;

    private final PatientRows rows;
    private final IdentitySeal seal;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Patients(PatientRows rows, IdentitySeal seal, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.seal = seal;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters a patient, or finds that they are known; what is new about them is added.
     *
     * @throws AnotherPatient if it is not sure who is meant
     */
    public PatientId enter(OwnerId owner, Identity identity) {
        rows.lock(owner);
        Optional<Patient> known = known(owner, identity);
        if (known.isPresent()) {
            change(owner, known.get(), identity.completedBy(known.get().identity()));
            return known.get().id();
        }
        PatientId id = PatientId.random();
        rows.add(owner, new Sealed(id, seal.seal(owner, identity)), prints(owner, identity), clock.instant());
        audit.record(owner, "patient.registered", id.value());
        return id;
    }

    /**
     * Says anew who a patient is.
     *
     * @throws NoSuchPatient if the owner has none of this id
     * @throws AnotherPatient if the CPF is that of another of the owner's patients
     */
    public void correct(OwnerId owner, PatientId id, Identity identity) {
        rows.lock(owner);
        Patient patient = seal.open(owner, rows.find(owner, id).orElseThrow(NoSuchPatient::new));
        boolean anothers =
                byCpf(owner, identity).filter(holder -> !holder.id().equals(id)).isPresent();
        if (anothers) {
            throw AnotherPatient.hasThisCpf();
        }
        change(owner, patient, identity);
    }

    /**
     * Who a patient is, for somebody to see.
     *
     * @throws NoSuchPatient if the owner has none of this id
     */
    public Identity show(OwnerId owner, PatientId id) {
        Identity identity = compare(owner, id);
        audit.record(owner, "patient.shown", id.value());
        return identity;
    }

    /**
     * Who a patient is, for the platform to compare with; nobody sees it, so it is not on record.
     *
     * @throws NoSuchPatient if the owner has none of this id
     */
    @Transactional(readOnly = true)
    public Identity compare(OwnerId owner, PatientId id) {
        return seal.open(owner, rows.find(owner, id).orElseThrow(NoSuchPatient::new))
                .identity();
    }

    /**
     * The owner's patients in whose names each word typed begins a word, at most ten. A word needs three letters, unless the
     * name's own has fewer.
     */
    public List<Patient> search(OwnerId owner, String typed) {
        List<String> words = Fingerprints.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Sealed> rowsFound = rows.byWords(owner, seal.fingerprints(owner).asked(typed), MOST_FOUND);
        List<Patient> found = seal.open(owner, rowsFound).stream()
                .filter(patient -> begins(patient.identity().name(), words))
                .toList();
        found.forEach(
                patient -> audit.record(owner, "patient.shown", patient.id().value()));
        return found;
    }

    /** The owner's patient of this CPF. That one was looked for and found is on record; nobody is shown. */
    public Optional<PatientId> withCpf(OwnerId owner, Cpf cpf) {
        Optional<PatientId> found =
                rows.byCpf(owner, seal.fingerprints(owner).cpf(cpf)).map(Sealed::id);
        found.ifPresent(patient -> audit.record(owner, "patient.looked-up", patient.value()));
        return found;
    }

    /** The owner's patients of this name, day of birth and mother's name, however they are spelt, as for {@link #withCpf}. */
    public List<PatientId> named(OwnerId owner, String name, LocalDate birthDate, String mother) {
        byte[] print = seal.fingerprints(owner).person(name, birthDate, mother);
        List<PatientId> found =
                rows.byPerson(owner, print).stream().map(Sealed::id).toList();
        found.forEach(patient -> audit.record(owner, "patient.looked-up", patient.value()));
        return found;
    }

    /** Strikes off a patient whom no exam is of. */
    public void remove(OwnerId owner, PatientId id) {
        events.publishEvent(new PatientRemoved(owner, id));
        rows.remove(owner, id);
        audit.record(owner, "patient.removed", id.value());
    }

    private static boolean begins(String name, List<String> words) {
        List<String> ofName = Fingerprints.words(name);
        return words.stream().allMatch(typed -> ofName.stream().anyMatch(word -> word.startsWith(typed)));
    }

    private Optional<Patient> known(OwnerId owner, Identity identity) {
        Optional<Patient> holder = byCpf(owner, identity);
        if (holder.isPresent()) {
            if (!identity.namesTheSameAs(holder.get().identity())) {
                throw AnotherPatient.hasThisCpf();
            }
            return holder;
        }
        List<Sealed> ofThisName = seal.fingerprints(owner)
                .person(identity)
                .map(print -> rows.byPerson(owner, print))
                .orElse(List.of());
        List<Patient> alike = seal.open(owner, ofThisName).stream()
                .filter(patient ->
                        identity.cpf().isEmpty() || patient.identity().cpf().isEmpty())
                .toList();
        if (alike.size() > 1) {
            throw AnotherPatient.several();
        }
        return alike.stream().findFirst();
    }

    private Optional<Patient> byCpf(OwnerId owner, Identity identity) {
        return identity.cpf()
                .map(seal.fingerprints(owner)::cpf)
                .flatMap(print -> rows.byCpf(owner, print))
                .map(row -> seal.open(owner, row));
    }

    private void change(OwnerId owner, Patient patient, Identity identity) {
        if (!patient.identity().equals(identity)) {
            rows.change(owner, new Sealed(patient.id(), seal.seal(owner, identity)), prints(owner, identity));
            audit.record(owner, "patient.corrected", patient.id().value());
        }
    }

    private Prints prints(OwnerId owner, Identity identity) {
        Fingerprints fingerprints = seal.fingerprints(owner);
        return new Prints(
                identity.cpf().map(fingerprints::cpf).orElse(null),
                fingerprints.person(identity).orElse(null),
                fingerprints.beginnings(identity.name()));
    }
}
