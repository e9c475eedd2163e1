package br.com.redcheck.exam.clinical;

import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.person.Cpf;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of an exam, as it was typed, so that nothing is typed twice. A field that did not come is empty.
 *
 * @param patient the id of a patient who was known already
 * @param municipality name and state
 * @param onset the day of the first symptoms, as {@code 2020-03-28}, like all days here
 */
record FormAsTyped(
        String patient,
        String name,
        String birthDate,
        String sex,
        String cpf,
        String mother,
        String caseState,
        String municipality,
        List<String> symptoms,
        String otherSymptoms,
        String onset,
        String pcr,
        String pcrOn,
        String serology,
        String serologyOn,
        String observations) {
    FormAsTyped {
        patient = typed(patient);
        name = typed(name);
        birthDate = typed(birthDate);
        sex = typed(sex);
        cpf = typed(cpf);
        mother = typed(mother);
        caseState = typed(caseState);
        municipality = typed(municipality);
        symptoms = symptoms == null ? List.of() : List.copyOf(symptoms);
        otherSymptoms = typed(otherSymptoms);
        onset = typed(onset);
        pcr = typed(pcr);
        pcrOn = typed(pcrOn);
        serology = typed(serology);
        serologyOn = typed(serologyOn);
        observations = typed(observations);
    }

    static FormAsTyped empty() {
        return new FormAsTyped("", "", "", "", "", "", "", "", List.of(), "", "", "", "", "", "", "");
    }

    /** How many characters it has. */
    int length() {
        return Stream.concat(
                        symptoms.stream(),
                        Stream.of(
                                patient,
                                name,
                                birthDate,
                                sex,
                                cpf,
                                mother,
                                caseState,
                                municipality,
                                otherSymptoms,
                                onset,
                                pcr,
                                pcrOn,
                                serology,
                                serologyOn,
                                observations))
                .mapToInt(String::length)
                .sum();
    }

    /** Whether it names its patient by id only. */
    boolean leavesIdentityToTheRegister() {
        return !patient.isEmpty() && name.isEmpty();
    }

    /** The same, naming its patient by id only. */
    FormAsTyped of(PatientId known) {
        return with(known.toString(), "", "", "", "", "");
    }

    /** The same, saying who the patient is. */
    FormAsTyped with(Identity identity) {
        return with(
                patient,
                identity.name(),
                identity.birthDate().toString(),
                identity.sex().name(),
                identity.cpf().map(Cpf::written).orElse(""),
                identity.mother().orElse(""));
    }

    private FormAsTyped with(String patient, String name, String birthDate, String sex, String cpf, String mother) {
        return new FormAsTyped(
                patient,
                name,
                birthDate,
                sex,
                cpf,
                mother,
                caseState,
                municipality,
                symptoms,
                otherSymptoms,
                onset,
                pcr,
                pcrOn,
                serology,
                serologyOn,
                observations);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "FormAsTyped[***]";
    }
}
