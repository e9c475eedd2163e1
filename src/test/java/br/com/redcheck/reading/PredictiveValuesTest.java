package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.model.ModelCard.Estimate;
import br.com.redcheck.model.ModelCard.Performance;
import br.com.redcheck.reading.PredictiveValues.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictiveValuesTest {
    @Test
    void wherePeopleAreRarelyIllMostAlarmsAreFalse() {
        PredictiveValues values = PredictiveValues.of(measured(0.9, 0.8)).orElseThrow();

        Row rare = values.rows().get(0);
        assertThat(rare.prevalence()).isEqualTo(0.02);
        assertThat(rare.positive()).isCloseTo(18.0 / 214, within(1e-9)); // of 1000: 18 of the 20 ill, 196 of the others
        assertThat(rare.negative()).isCloseTo(784.0 / 786, within(1e-9));
        Row half = values.rows().get(3);
        assertThat(half.positive()).isCloseTo(450.0 / 550, within(1e-9));
    }

    @Test
    void aNetworkThatNeverAlarmsHasNoneThatIsRight() {
        Row row = PredictiveValues.of(measured(0, 1)).orElseThrow().rows().get(1);

        assertThat(row.positive()).isZero();
        assertThat(row.negative()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void withoutBothFiguresThereIsNoSum() {
        Performance one = new Performance(
                "external", 10, 10, Optional.empty(), Optional.empty(), Optional.of(new Estimate(1, 1, 1)), List.of());

        assertThat(PredictiveValues.of(one)).isEmpty();
    }

    private static Performance measured(double sensitivity, double specificity) {
        return new Performance(
                "external",
                100,
                100,
                Optional.empty(),
                Optional.of(new Estimate(sensitivity, 0, 1)),
                Optional.of(new Estimate(specificity, 0, 1)),
                List.of());
    }
}
