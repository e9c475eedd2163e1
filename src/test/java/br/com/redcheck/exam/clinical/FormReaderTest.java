package br.com.redcheck.exam.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.exam.CaseState;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    @Test
    void aWholeFormIsRead() {
        ClinicalForm form = reader(whole()).form().orElseThrow();

        assertThat(form.identity().name()).isEqualTo("José Lima");
        assertThat(form.identity().birthDate()).isEqualTo("1956-03-12");
        assertThat(form.caseState()).isEqualTo(CaseState.CONFIRMED);
        assertThat(form.municipality().code()).isEqualTo(3509502);
        assertThat(form.symptoms()).isEqualTo(Set.of(Symptom.FEVER, Symptom.COUGH));
        assertThat(form.onset()).contains(LocalDate.of(2020, 4, 2));
        assertThat(form.pcr()).isEqualTo(new LabTest(TestResult.POSITIVE, Optional.of(LocalDate.of(2020, 4, 5))));
        assertThat(form.serology().result()).isEqualTo(TestResult.NOT_DONE);
        assertThat(form.toString()).doesNotContain("Lima");
        assertThat(whole().toString()).doesNotContain("Lima");
    }

    @Test
    void allThatAnEmptyFormLacksIsToldAtOnceAndNothingAsLongAsItIsADraft() {
        FormReader reader = reader(FormAsTyped.empty());

        assertThat(reader.form()).isEmpty();
        assertThat(reader.wrong())
                .containsOnlyKeys(
                        "name",
                        "birthDate",
                        "sex",
                        "mother",
                        "caseState",
                        "municipality",
                        "symptoms",
                        "onset",
                        "pcr",
                        "serology");
        assertThat(reader.wrongSoFar()).isEmpty();
        assertThat(reader.missing()).isEqualTo(reader.wrong().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "birthDate, 2020-06-02, implausible-day.future",
        "birthDate, 1895-05-31, implausible-day.too-long-ago",
        "birthDate, 12/03/1956, implausible-day.unreadable",
        "birthDate, 2020-02-30, implausible-day.unreadable",
        "cpf, 529.982.247-26, invalid-cpf",
        "cpf, , still-empty.mother",
        "municipality, Atlântida, unknown-municipality",
        "onset, 2019-11-30, implausible-day.before-first-cases",
        "onset, 2020-06-02, implausible-day.future",
        "onset, , still-empty.day",
        "pcrOn, 2019-11-30, implausible-day.before-first-cases",
        "pcrOn, 2020-06-02, implausible-day.future",
        "pcrOn, , still-empty.day",
        "serologyOn, 2020-05-01, contradiction.day-without-test",
        "caseState, PERHAPS, still-empty.choice",
        "patient, nobody, no-such-patient"
    })
    void whatCannotBeIsToldBesideItsField(String field, String value, String reason) {
        FormReader reader = reader(with(field, value == null ? "" : value));

        String beside = field.equals("cpf") && value == null ? "mother" : field.equals("patient") ? "name" : field;
        assertThat(reader.form()).isEmpty();
        assertThat(reader.wrong()).containsOnlyKeys(beside);
        assertThat(keys(reader.wrong())).containsExactly("refusal." + reason);
    }

    @Test
    void theFirstKnownCaseAndTodayAreLetIn() {
        assertThat(reader(with("onset", "2019-12-01")).form()).isPresent();
        assertThat(reader(with("onset", "2020-06-01")).form()).isPresent();
        assertThat(reader(with("birthDate", "1895-06-01")).form()).isPresent();
    }

    @Test
    void nothingHappensToAPatientBeforeTheirBirth() {
        FormReader reader = reader(with("birthDate", "2020-04-03"));

        assertThat(reader.form()).isEmpty();
        assertThat(reader.wrong()).containsOnlyKeys("onset");
        assertThat(keys(reader.wrong())).containsExactly("refusal.implausible-day.before-birth");
    }

    @Test
    void whoHasNoSymptomsHasNoDayOfThem() {
        FormAsTyped none = symptoms(List.of("NONE"), "", "");

        assertThat(reader(none).form().orElseThrow().onset()).isEmpty();
        assertThat(complaints(symptoms(List.of("NONE"), "", "2020-04-02")))
                .containsExactly("refusal.contradiction.onset-without-symptoms");
        assertThat(complaints(symptoms(List.of("NONE", "FEVER"), "", "")))
                .containsExactly("refusal.contradiction.symptoms-and-none");
        assertThat(complaints(symptoms(List.of("NONE"), "tontura", "")))
                .containsExactly("refusal.contradiction.symptoms-and-none");
        assertThat(reader(symptoms(List.of(), "tontura", "2020-04-02")).form()).isPresent();
    }

    @Test
    void moreTextThanFitsIsRefused() {
        assertThat(complaints(with("observations", "x".repeat(Fields.PAGE + 1))))
                .containsExactly("refusal.too-long.text");
        assertThat(reader(with("observations", "x".repeat(Fields.PAGE))).form()).isPresent();
    }

    @Test
    void everyRefusalHasATextInBothLanguages() {
        Messages messages = new Messages();
        FormReader reader = reader(FormAsTyped.empty());
        reader.form();

        for (Refusal refusal : reader.wrong().values()) {
            assertThat(messages.text(Messages.PORTUGUESE, refusal)).isNotBlank();
            assertThat(messages.text(Locale.ENGLISH, refusal)).isNotBlank();
        }
    }

    private static List<String> keys(Map<String, Refusal> wrong) {
        return wrong.values().stream().map(Refusal::key).toList();
    }

    private static List<String> complaints(FormAsTyped typed) {
        FormReader reader = reader(typed);
        assertThat(reader.form()).isEmpty();
        return keys(reader.wrong());
    }

    private static FormReader reader(FormAsTyped typed) {
        return new FormReader(typed, TODAY);
    }

    private static FormAsTyped whole() {
        return with("", "");
    }

    private static FormAsTyped symptoms(List<String> symptoms, String others, String onset) {
        FormAsTyped form = whole();
        return new FormAsTyped(
                form.patient(),
                form.name(),
                form.birthDate(),
                form.sex(),
                form.cpf(),
                form.mother(),
                form.caseState(),
                form.municipality(),
                symptoms,
                others,
                onset,
                form.pcr(),
                form.pcrOn(),
                form.serology(),
                form.serologyOn(),
                form.observations());
    }

    /** A whole form with another value in one field. */
    private static FormAsTyped with(String field, String value) {
        return new FormAsTyped(
                field.equals("patient") ? value : "",
                "José Lima",
                field.equals("birthDate") ? value : "1956-03-12",
                "M",
                field.equals("cpf") ? value : "529.982.247-25",
                "",
                field.equals("caseState") ? value : "CONFIRMED",
                field.equals("municipality") ? value : "campinas",
                List.of("FEVER", "COUGH"),
                "",
                field.equals("onset") ? value : "2020-04-02",
                "POSITIVE",
                field.equals("pcrOn") ? value : "2020-04-05",
                "NOT_DONE",
                field.equals("serologyOn") ? value : "",
                field.equals("observations") ? value : "");
    }
}
