package br.com.redcheck.platform.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Programs of every Unix stand for one that goes wrong. */
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "it has not the programs of a Unix")
class ChildTest {
    private static final byte[] INPUT = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long MEMORY = 256L << 20;

    @Test
    void itsAnswerComesBack() throws ChildFailed {
        assertThat(child(LONG, "cat").answer(INPUT, INPUT.length)).isEqualTo(INPUT);
        assertThat(child(LONG, "cat").answer(INPUT, 100)).isEqualTo(INPUT);
    }

    @Test
    void moreThanThePipesHoldGoesThrough() throws ChildFailed {
        byte[] much = new byte[5 << 20];
        assertThat(child(LONG, "cat").answer(much, much.length)).hasSameSizeAs(much);
    }

    @Test
    void anAnswerThatIsTooLongFails() {
        failed(() -> child(LONG, "cat").answer(INPUT, INPUT.length - 1), "more than 11 bytes");
        failed(() -> child(LONG, "sh", "-c", "while :; do echo much; done").answer(INPUT, 100), "more than 100 bytes");
    }

    @Test
    void aDeathOrAnErrorFailsWhateverItHasAnswered() {
        failed(() -> child(LONG, "sh", "-c", "cat; exit 3").answer(INPUT, INPUT.length), "exit status 3");
        failed(() -> child(LONG, "sh", "-c", "cat; sh -c 'kill -9 $$'").answer(INPUT, INPUT.length), "exit status 137");
    }

    @Test
    void whatCannotBeStartedIsNotItsInputsFault() {
        assertThatThrownBy(() -> child(LONG, "no-such-program").answer(INPUT, 1))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aHangIsEnded() {
        Duration moment = Duration.ofMillis(500);
        failed(() -> child(moment, "sh", "-c", "exec sleep 600").answer(INPUT, 1), "exit status 137");
        failed(
                () -> child(moment, "sh", "-c", "cat; exec 1>&-; exec sleep 600")
                        .answer(INPUT, INPUT.length),
                "exit status 137");
    }

    @Test
    void itSeesNothingOfOurEnvironment() throws ChildFailed {
        byte[] seen = child(LONG, "sh", "-c", "echo $HOME $MARK").answer(INPUT, 5);
        assertThat(new String(seen, StandardCharsets.US_ASCII)).isEqualTo("only\n");
    }

    private static Child child(Duration time, String... command) {
        return new Child(
                List.of(command), Map.of("PATH", "/usr/bin:/bin", "MARK", "only"), List.of(), new Limits(time, MEMORY));
    }

    private static void failed(ThrowingCallable wish, String message) {
        assertThatThrownBy(wish).isInstanceOf(ChildFailed.class).hasMessageContaining(message);
    }
}
