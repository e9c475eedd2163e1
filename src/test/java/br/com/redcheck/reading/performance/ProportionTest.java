package br.com.redcheck.reading.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** From table I, method 3, of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsThatOfTheLiterature(long successes, long of, double low, double high) {
        Proportion proportion = new Proportion(successes, of);

        assertThat(proportion.low()).isCloseTo(low, within(0.00005));
        assertThat(proportion.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void theIntervalHoldsTheShareAndStaysWithinZeroAndOne() {
        for (int of = 1; of <= 60; of++) {
            for (int successes = 0; successes <= of; successes++) {
                Proportion proportion = new Proportion(successes, of);
                Proportion opposite = new Proportion(of - successes, of);

                assertThat(proportion.low()).isBetween(0.0, proportion.value());
                assertThat(proportion.high()).isBetween(proportion.value(), 1.0);
                assertThat(proportion.low()).isCloseTo(1 - opposite.high(), within(1e-12));
            }
        }
    }

    @Test
    void moreOrLessThanAllIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(-1, 2));
    }
}
