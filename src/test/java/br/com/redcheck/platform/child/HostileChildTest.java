package br.com.redcheck.platform.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the hostile child tries works where nobody shuts it in. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "no other system shuts a child in")
class HostileChildTest {
    @TempDir
    private Path folder;

    @Test
    void whatItTriesWorksOutside() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(attempt("network", Integer.toString(server.getLocalPort())))
                    .isEqualTo("did");
        }
        assertThat(attempt("read", "/etc/passwd")).isEqualTo("did");
        assertThat(attempt("write", folder.toString())).isEqualTo("did");
        assertThat(folder.resolve("planted-by-child")).exists();
        assertThat(attempt("fork", "31")).isEqualTo("did");
    }

    private static String attempt(String... attempt) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ContainmentContract.testClasses().toString(),
                HostileChild.class.getName()));
        command.addAll(List.of(attempt));
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
