package br.com.redcheck.exam.clinical;

import br.com.redcheck.exam.CaseState;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Sex;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Municipalities;
import br.com.redcheck.platform.Refusal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the form of an exam to its end, so that all that is wrong with it is told at once, each beside its field. */
final class FormReader {
    private final FormAsTyped typed;
    private final Days days;
    private final Fields fields;

    FormReader(FormAsTyped typed, LocalDate today) {
        this.typed = typed;
        this.days = new Days(today);
        this.fields = new Fields(days);
    }

    /** The form, if nothing is wrong with it and nothing is missing. */
    Optional<ClinicalForm> form() {
        Optional<PatientId> known =
                typed.patient().isEmpty() ? Optional.empty() : fields.read("name", typed.patient(), PatientId::parse);
        Supplier<Identity> identity = identity();
        Optional<LocalDate> birth = birth();
        var caseState = fields.choice("caseState", typed.caseState(), CaseState.class);
        var municipality =
                fields.read("municipality", typed.municipality(), text -> Municipalities.named(Fields.some(text)));
        var symptoms = fields.read("symptoms", this::symptoms);
        var onset = fields.read("onset", () -> onset(birth));
        var pcr = fields.test("pcr", typed.pcr(), typed.pcrOn(), birth);
        var serology = fields.test("serology", typed.serology(), typed.serologyOn(), birth);
        fields.read("otherSymptoms", typed.otherSymptoms(), text -> Fields.atMost(Fields.LINE, text));
        fields.read("observations", typed.observations(), text -> Fields.atMost(Fields.PAGE, text));
        return fields.wrong().isEmpty()
                ? Optional.of(new ClinicalForm(
                        known,
                        identity.get(),
                        caseState.orElseThrow(),
                        municipality.orElseThrow(),
                        symptoms.orElseThrow(),
                        onset.orElseThrow(),
                        pcr.orElseThrow(),
                        serology.orElseThrow()))
                : Optional.empty();
    }

    /** What is wrong or missing, by field, once the form was read. */
    Map<String, Refusal> wrong() {
        return fields.wrong();
    }

    /** What is wrong, by field, with what was filled in already. */
    Map<String, Refusal> wrongSoFar() {
        Map<String, Refusal> soFar = new LinkedHashMap<>(wrong());
        soFar.values().removeIf(StillEmpty.class::isInstance);
        return soFar;
    }

    /** Fields that hold nothing yet. */
    Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>(wrong().keySet());
        missing.removeAll(wrongSoFar().keySet());
        return missing;
    }

    private Supplier<Identity> identity() {
        var name = fields.read("name", typed.name(), text -> Fields.atMost(Fields.LINE, Fields.some(text)));
        var birth = fields.read("birthDate", typed.birthDate(), days::birth);
        var sex = fields.choice("sex", typed.sex(), Sex.class);
        var cpf = typed.cpf().isEmpty() ? Optional.<Cpf>empty() : fields.read("cpf", typed.cpf(), Cpf::parse);
        var mother = typed.mother().isEmpty()
                ? Optional.<String>empty()
                : fields.read("mother", typed.mother(), text -> Fields.atMost(Fields.LINE, text));
        if (typed.cpf().isEmpty() && typed.mother().isEmpty()) {
            fields.refuse("mother", StillEmpty.mother());
        }
        return () -> new Identity(name.orElseThrow(), birth.orElseThrow(), sex.orElseThrow(), cpf, mother);
    }

    /** For comparison with other days; what is wrong with it is told beside its own field. */
    private Optional<LocalDate> birth() {
        return new Fields(days).read("birthDate", typed.birthDate(), days::birth);
    }

    private Set<Symptom> symptoms() {
        Set<Symptom> chosen = EnumSet.noneOf(Symptom.class);
        typed.symptoms().forEach(text -> chosen.add(Fields.choice(Symptom.class, text)));
        boolean none = chosen.contains(Symptom.NONE);
        if (none && (chosen.size() > 1 || !typed.otherSymptoms().isEmpty())) {
            throw Contradiction.symptomsAndNone();
        }
        if (chosen.isEmpty() && typed.otherSymptoms().isEmpty()) {
            throw StillEmpty.choice();
        }
        return chosen;
    }

    private Optional<LocalDate> onset(Optional<LocalDate> birth) {
        if (!typed.symptoms().contains(Symptom.NONE.name())) {
            return Optional.of(days.ofEpidemic(typed.onset(), birth));
        }
        if (!typed.onset().isEmpty()) {
            throw Contradiction.onsetWithoutSymptoms();
        }
        return Optional.empty();
    }
}
