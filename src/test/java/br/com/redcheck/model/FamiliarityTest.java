package br.com.redcheck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.model.RefusedModel.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamiliarityTest {
    /** Wide along the diagonal of the first two features, narrow elsewhere. */
    private final Familiarity known =
            new Familiarity(new float[] {1, 2, 3}, List.of(new float[] {0.6f, 0.8f, 0}), new float[] {25}, 4, 2);

    @Test
    void theDistanceIsCountedInSpreadsAlongEachAxisAndInTheRest() {
        assertThat(known.distance(new float[] {1, 2, 3})).isZero();
        assertThat(known.distance(new float[] {1 + 3, 2 + 4, 3})).isCloseTo(1, within(1e-6));
        assertThat(known.distance(new float[] {1 + 4, 2 - 3, 3})).isCloseTo(2.5, within(1e-6));
        assertThat(known.distance(new float[] {1 + 3, 2 + 4, 3 + 2})).isCloseTo(Math.sqrt(2), within(1e-6));
    }

    @Test
    void theLimitIsOne() {
        assertThat(known.unlikeness(new float[] {1, 2, 7})).isCloseTo(1, within(1e-6));
    }

    @Test
    void aFileIsReadAsItWasWritten() {
        String json = "{\"mean\": [1, 2], \"axes\": [[0, 1]], \"variances\": [4], \"rest\": 1, \"limit\": 3}";

        Familiarity read = Familiarity.read(json.getBytes(StandardCharsets.UTF_8));

        assertThat(read.features()).isEqualTo(2);
        assertThat(read.unlikeness(new float[] {1, 8})).isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"mean\": [1, 2], \"axes\": [[0]], \"variances\": [4], \"rest\": 1, \"limit\": 3}",
                "{\"mean\": [1], \"axes\": [[0]], \"variances\": [], \"rest\": 1, \"limit\": 3}",
                "{\"mean\": [1], \"axes\": [], \"variances\": [], \"rest\": 0, \"limit\": 3}"
            })
    void aFileThatDoesNotHoldTogetherIsRefused(String json) {
        assertThatExceptionOfType(RefusedModel.class)
                .isThrownBy(() -> Familiarity.read(json.getBytes(StandardCharsets.UTF_8)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.BAD_CARD));
    }
}
