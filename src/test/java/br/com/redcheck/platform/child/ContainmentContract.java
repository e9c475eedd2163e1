package br.com.redcheck.platform.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What no child may do that opens strangers' files: each kind is tried under the limits with which the application starts it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "no other system shuts a child in")
public abstract class ContainmentContract {
    private static final int MOST = 10_000;

    @TempDir
    private Path folder;

    /**
     * A Java with {@link HostileChild}, started as the application starts its children of this kind.
     *
     * @param main the class's name and its arguments
     */
    protected abstract Child child(List<String> main);

    @Test
    void itRuns() throws ChildFailed {
        assertThat(attempt("nothing")).isEqualTo("did");
    }

    @Test
    void itReachesNoNetwork() throws IOException {
        enforced(Measure.NO_NETWORK);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused("network", Integer.toString(server.getLocalPort()));
        }
    }

    @Test
    void itReadsNothingOfTheHome() throws IOException {
        enforced(Measure.NO_OTHER_FILES);
        refused(
                "read",
                Files.writeString(folder.resolve("master.key"), "secret").toString());
        refused("read", "/etc/passwd");
    }

    @Test
    void itLeavesNothingOnTheDisk() throws IOException {
        enforced(Measure.NO_DISK);
        String home = System.getProperty("user.home");
        assertThat(attempt("write", folder.toString(), home, "/tmp", "/var/tmp", "/dev/shm", "/", "."))
                .isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void itStartsFewProcessesAndNoneOutlivesIt() {
        enforced(Measure.FEW_PROCESSES);
        String seconds = "31." + ProcessHandle.current().pid() + System.nanoTime();
        refused("fork", seconds);
        await().atMost(Duration.ofSeconds(10)).until(() -> sleepers(seconds).isEmpty());
    }

    @Test
    void itTakesLittleMemory() {
        enforced(Measure.LITTLE_MEMORY);
        refused("memory");
    }

    @Test
    void itEndsByItselfWhenNobodyIsLeftToKillIt() throws IOException, InterruptedException {
        enforced(Measure.LITTLE_PROCESSOR_TIME);
        Child child = hostile("processor");
        Child brief = new Child(
                child.command(),
                child.environment(),
                child.files(),
                new Limits(Duration.ofSeconds(1), child.limits().memory()));
        ProcessBuilder builder = new ProcessBuilder(brief.contained());
        builder.environment().clear();
        builder.environment().putAll(brief.environment());
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    @Test
    void itKnowsNothingOfOurEnvironment() throws ChildFailed {
        assertThat(attempt("see")).matches("\\{LD_LIBRARY_PATH=[^,]+}");
    }

    private Child hostile(String... attempt) {
        List<String> main = new ArrayList<>(List.of(HostileChild.class.getName()));
        main.addAll(List.of(attempt));
        return child(main);
    }

    private String attempt(String... attempt) throws ChildFailed {
        return new String(hostile(attempt).answer(new byte[0], MOST), StandardCharsets.UTF_8);
    }

    private void refused(String... attempt) {
        assertThatThrownBy(() -> attempt(attempt)).isInstanceOf(ChildFailed.class);
    }

    private static List<ProcessHandle> sleepers(String seconds) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(seconds))
                .toList();
    }

    /** Only what this machine says it enforces can be shown here. */
    private static void enforced(Measure measure) {
        assumeTrue(Containment.here().measures().contains(measure), () -> "this machine does not enforce " + measure);
    }

    /** Where the tests' own classes are. */
    protected static Path testClasses() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.endsWith("test-classes"))
                .findFirst()
                .orElseThrow()
                .toAbsolutePath();
    }
}
