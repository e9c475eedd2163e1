package br.com.redcheck.account.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessesTest {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 1", "6, 2", "10, 32", "11, 60", "12, 60", "2000000000, 60"})
    void eachWrongCodeFromTheFifthOnDoublesTheWaitUpToAnHour(int wrong, long minutes) {
        assertThat(new Guesses(wrong, NOW).waitAt(NOW)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void theWaitPasses() {
        assertThat(new Guesses(6, NOW).waitAt(NOW.plusSeconds(90))).isEqualTo(Duration.ofSeconds(30));
        assertThat(new Guesses(6, NOW).waitAt(NOW.plusSeconds(120))).isZero();
    }
}
