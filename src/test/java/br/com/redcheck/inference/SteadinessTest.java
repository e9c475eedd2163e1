package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.platform.Remark;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    private static final double THRESHOLD = 0.345;

    @Test
    void aResultThatMovesLittleStands() {
        assertThat(of(0.9, 0.88, 0.93, 0.7).remark()).isEmpty();
        assertThat(of(0.1, 0.2, 0.05, 0.1).remark()).isEmpty();
    }

    @Test
    void oneThatChangesItsClassIsUnstable() {
        assertThat(of(0.4, 0.41, 0.39, 0.3).remark()).contains(Remark.of("unstable", 30, 41));
        assertThat(of(0.3, 0.345, 0.3, 0.3).remark()).contains(Remark.of("unstable", 30, 35));
    }

    @Test
    void oneThatMovesAsFarAsTheThresholdIsAwayIsNearIt() {
        assertThat(of(0.4, 0.5, 0.39, 0.38).remark()).contains(Remark.of("near-threshold", 38, 50));
        assertThat(of(0.3, 0.2, 0.3, 0.3).remark()).contains(Remark.of("near-threshold", 20, 30));
    }

    @Test
    void aPictureThatCouldNotBeHeldOtherwiseSaysNothing() {
        assertThat(of(0.35).remark()).isEmpty();
    }

    private static Steadiness of(double base, Double... scores) {
        return new Steadiness(base, List.of(scores), THRESHOLD);
    }
}
