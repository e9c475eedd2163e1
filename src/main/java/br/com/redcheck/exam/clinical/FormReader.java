package br.com.redcheck.exam.clinical;

import br.com.redcheck.exam.CaseState;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Sex;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Municipalities;
import br.com.redcheck.platform.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads one form to its end, so that all that is wrong with it is told at once, each beside its field. */
final class FormReader {
    static final int LINE = 200;
    static final int PAGE = 4_000;

    private final FormAsTyped typed;
    private final Days days;
    private final Map<String, Refusal> wrong = new LinkedHashMap<>();

    FormReader(FormAsTyped typed, LocalDate today) {
        this.typed = typed;
        this.days = new Days(today);
    }

    /** The form, if nothing is wrong with it and nothing is missing. */
    Optional<ClinicalForm> form() {
        Optional<PatientId> known =
                typed.patient().isEmpty() ? Optional.empty() : read("name", typed.patient(), PatientId::parse);
        Supplier<Identity> identity = identity();
        Optional<LocalDate> birth = quietly(() -> days.birth(typed.birthDate()));
        var caseState = read("caseState", typed.caseState(), text -> choice(CaseState.class, text));
        var municipality = read("municipality", typed.municipality(), text -> Municipalities.named(some(text)));
        Optional<Set<Symptom>> symptoms = read("symptoms", this::symptoms);
        Optional<Optional<LocalDate>> onset = read("onset", () -> onset(birth));
        Optional<LabTest> pcr = test("pcr", typed.pcr(), typed.pcrOn(), birth);
        Optional<LabTest> serology = test("serology", typed.serology(), typed.serologyOn(), birth);
        read("otherSymptoms", typed.otherSymptoms(), text -> atMost(LINE, text));
        read("observations", typed.observations(), text -> atMost(PAGE, text));
        return wrong.isEmpty()
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
        return wrong;
    }

    /** What is wrong, by field, with what was filled in already. */
    Map<String, Refusal> wrongSoFar() {
        Map<String, Refusal> soFar = new LinkedHashMap<>(wrong);
        soFar.values().removeIf(StillEmpty.class::isInstance);
        return soFar;
    }

    private Supplier<Identity> identity() {
        var name = read("name", typed.name(), text -> atMost(LINE, some(text)));
        var birth = read("birthDate", typed.birthDate(), days::birth);
        var sex = read("sex", typed.sex(), text -> choice(Sex.class, text));
        var cpf = typed.cpf().isEmpty() ? Optional.<Cpf>empty() : read("cpf", typed.cpf(), Cpf::parse);
        var mother = typed.mother().isEmpty()
                ? Optional.<String>empty()
                : read("mother", typed.mother(), text -> atMost(LINE, text));
        if (typed.cpf().isEmpty() && typed.mother().isEmpty()) {
            wrong.put("mother", StillEmpty.mother());
        }
        return () -> new Identity(name.orElseThrow(), birth.orElseThrow(), sex.orElseThrow(), cpf, mother);
    }

    private Set<Symptom> symptoms() {
        Set<Symptom> chosen = EnumSet.noneOf(Symptom.class);
        typed.symptoms().forEach(text -> chosen.add(choice(Symptom.class, text)));
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

    /** Two fields; what is wrong with the day stands beside the day. */
    private Optional<LabTest> test(String field, String result, String on, Optional<LocalDate> birth) {
        Optional<TestResult> says = read(field, result, text -> choice(TestResult.class, text));
        if (says.isEmpty() || says.get() != TestResult.NOT_DONE) {
            Optional<LocalDate> day = read(field + "On", on, text -> days.ofEpidemic(text, birth));
            return says.map(found -> new LabTest(found, day));
        }
        if (!on.isEmpty()) {
            wrong.put(field + "On", Contradiction.dayWithoutTest());
        }
        return Optional.of(new LabTest(TestResult.NOT_DONE, Optional.empty()));
    }

    private <T> Optional<T> read(String field, String text, Function<String, T> reading) {
        return read(field, () -> reading.apply(text));
    }

    private <T> Optional<T> read(String field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refusal refusal) {
            wrong.put(field, refusal);
            return Optional.empty();
        }
    }

    /** Of a field whose own complaint is told where it stands. */
    private static <T> Optional<T> quietly(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refusal toldElsewhere) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(StillEmpty::choice);
    }

    private static String some(String text) {
        if (text.isEmpty()) {
            throw StillEmpty.text();
        }
        return text;
    }

    private static String atMost(int longest, String text) {
        if (text.length() > longest) {
            throw TooLong.most(longest);
        }
        return text;
    }
}
