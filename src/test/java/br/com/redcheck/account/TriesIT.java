package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** Each allowance of each person is counted by itself, by whichever way it is asked for. */
@SpringBootTest
@AutoConfigureMockMvc
class TriesIT {
    /** A few tries that come back one in hours: none does while the test runs. */
    private static final Allowance SCARCE = Allowance.MAILBOX;

    @Autowired
    Tries tries;

    private final String ana = UUID.randomUUID().toString();

    @Test
    void oneAllowanceUsedUpLeavesAllOthersOfTheSamePersonWhole() {
        useUp(SCARCE, ana);

        for (Allowance other : EnumSet.complementOf(EnumSet.of(SCARCE))) {
            int half = other.tries() / 2;
            for (int i = 0; i < half; i++) {
                assertThat(tries.take(other, ana)).as("%s taken", other).isTrue();
                assertThat(tries.pause(other, ana)).as("%s paused", other).isEmpty();
            }
        }
        assertThat(tries.take(SCARCE, UUID.randomUUID().toString())).isTrue();
    }

    @Test
    void bothWaysOfAskingUseUpTheSameTriesAndOneGivenBackIsOneMore() {
        useUp(SCARCE, ana);
        tries.giveBack(Allowance.REPORTS, ana);
        assertThat(tries.pause(SCARCE, ana)).as("another's was given back").isPresent();

        tries.giveBack(SCARCE, ana);
        assertThat(tries.pause(SCARCE, ana)).isEmpty();
        tries.giveBack(SCARCE, ana);
        assertThat(tries.take(SCARCE, ana)).isTrue();
        assertThat(tries.take(SCARCE, ana)).isFalse();
        assertThat(tries.pause(SCARCE, ana)).isPresent();
    }

    private void useUp(Allowance allowance, String whom) {
        IntStream.range(0, allowance.tries() / 2)
                .forEach(i -> assertThat(tries.take(allowance, whom)).isTrue());
        IntStream.range(allowance.tries() / 2, allowance.tries())
                .forEach(i -> assertThat(tries.pause(allowance, whom)).isEmpty());
        assertThat(tries.take(allowance, whom)).isFalse();
        assertThat(tries.pause(allowance, whom)).isPresent();
    }
}
