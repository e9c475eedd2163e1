package br.com.redcheck.exam.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.exam.Truth;
import br.com.redcheck.platform.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "COVID_19, NEGATIVE, COVID_19",
        "OTHER, POSITIVE, OTHER",
        "OPEN, POSITIVE, COVID_19",
        "OPEN, NEGATIVE, UNDECIDED",
        "OPEN, INCONCLUSIVE, UNDECIDED",
        "OPEN, PENDING, UNDECIDED"
    })
    void theDiagnosisDecidesAndWhileItIsOpenAPositivePcr(String diagnosis, String pcr, Truth truth) {
        OutcomeReader reader =
                reader(new OutcomeAsTyped(diagnosis, pcr, "2020-05-05", "POSITIVE", "2020-05-20", "WARD", ""));

        assertThat(reader.outcome().orElseThrow().truth()).isEqualTo(truth);
    }

    @Test
    void whatIsMissingOrCannotBeIsToldBesideItsField() {
        OutcomeReader reader =
                reader(new OutcomeAsTyped("", "NEGATIVE", "2020-06-02", "NOT_DONE", "2020-05-01", "", ""));

        assertThat(reader.outcome()).isEmpty();
        assertThat(reader.wrong()).containsOnlyKeys("diagnosis", "pcrOn", "serologyOn", "course");
        assertThat(reader.wrong().values())
                .extracting(Refusal::key)
                .contains("refusal.implausible-day.future", "refusal.contradiction.day-without-test");
    }

    private static OutcomeReader reader(OutcomeAsTyped typed) {
        return new OutcomeReader(typed, TODAY);
    }
}
