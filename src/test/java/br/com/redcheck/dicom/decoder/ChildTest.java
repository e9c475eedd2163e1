package br.com.redcheck.dicom.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Programs of every Unix stand for a decoder that goes wrong. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ChildTest {
    private static final byte[] INPUT = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long MEMORY = 256L << 20;

    @Test
    void itsAnswerComesBack() throws DecoderFailed {
        assertThat(child(LONG, "cat").answer(INPUT, INPUT.length)).isEqualTo(INPUT);
    }

    @Test
    void moreThanThePipesHoldGoesThrough() throws DecoderFailed {
        byte[] much = new byte[5 << 20];
        assertThat(child(LONG, "cat").answer(much, much.length)).hasSameSizeAs(much);
    }

    @Test
    void anAnswerOfAnotherLengthFails() {
        failed(() -> child(LONG, "cat").answer(INPUT, INPUT.length + 1), "12 bytes, not 13");
        failed(() -> child(LONG, "cat").answer(INPUT, INPUT.length - 1), "12 bytes, not 11");
        failed(() -> child(LONG, "sh", "-c", "cat /dev/zero").answer(INPUT, 100), "101 bytes, not 100");
    }

    @Test
    void aDeathOrAnErrorFailsWhateverItHasAnswered() {
        failed(() -> child(LONG, "sh", "-c", "cat; kill -SEGV $$").answer(INPUT, INPUT.length), "exit status 139");
        failed(() -> child(LONG, "sh", "-c", "cat; exit 3").answer(INPUT, INPUT.length), "exit status 3");
        failed(() -> child(LONG, "sh", "-c", "kill -9 $$").answer(new byte[1 << 20], 10), "0 bytes, not 10");
        failed(() -> child(LONG, "no-such-program").answer(INPUT, 1), "");
    }

    @Test
    void aHangIsEnded() {
        failed(() -> child(Duration.ofMillis(200), "sh", "-c", "exec sleep 600").answer(INPUT, 1), "0 bytes, not 1");
        failed(
                () -> child(Duration.ofMillis(200), "sh", "-c", "cat; exec 1>&-; exec sleep 600")
                        .answer(INPUT, INPUT.length),
                "exit status 137");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // macOS takes the limit and does not keep it
    void moreMemoryThanAllowedFails() {
        failed(() -> child(LONG, "dd", "bs=512M", "count=1", "if=/dev/zero").answer(INPUT, 512 << 20), "not 536870912");
    }

    @Test
    void itSeesNothingOfOurEnvironment() throws DecoderFailed {
        byte[] seen = child(LONG, "sh", "-c", "echo $HOME $MARK").answer(INPUT, 5);
        assertThat(new String(seen, StandardCharsets.US_ASCII)).isEqualTo("only\n");
    }

    private static Child child(Duration time, String... command) {
        return new Child(List.of(command), Map.of("PATH", "/usr/bin:/bin", "MARK", "only"), time, MEMORY);
    }

    private static void failed(ThrowingCallable wish, String message) {
        assertThatThrownBy(wish).isInstanceOf(DecoderFailed.class).hasMessageContaining(message);
    }
}
