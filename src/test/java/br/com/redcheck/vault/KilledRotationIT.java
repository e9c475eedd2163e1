package br.com.redcheck.vault;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.CovidDicomApplication;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.platform.CommandApplication;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A rotation is a process of its own, on an embedded database, and is killed half way as a power cut would. */
class KilledRotationIT {
    private static final int OWNERS = 5;
    private static final int BLOBS = 60;
    private static final int KILLED_AFTER = 10;
    private static final Pattern PROGRESS = Pattern.compile(".* \\d+ (de|of) \\d+");

    private final Map<BlobRef, OwnerId> blobs = new LinkedHashMap<>();

    @TempDir
    private Path home;

    @BeforeEach
    void sealSome() throws IOException {
        System.setProperty("covid-dicom.home", home.toString());
        System.setProperty("test.database.shared", "false");
        List<OwnerId> owners = Stream.generate(OwnerId::random).limit(OWNERS).toList();
        try (ConfigurableApplicationContext application = application()) {
            Vault vault = application.getBean(Vault.class);
            for (int i = 0; i < BLOBS; i++) {
                // One owner has half of the blobs; each of the others has some.
                OwnerId owner = owners.get(i % 2 == 0 ? 0 : i % OWNERS);
                blobs.put(vault.seal(owner, new ByteArrayInputStream(content(i))), owner);
            }
            for (int i = 0; i < BLOBS; i++) {
                vault.secret(OwnerId.random(), "test"); // so that the master key has enough to wrap
            }
        }
    }

    @AfterEach
    void restoreSettings() {
        System.clearProperty("covid-dicom.home");
        System.clearProperty("test.database.shared");
    }

    @Test
    void aKilledOwnerRotationLeavesAllReadableAndGoesOn() throws IOException, InterruptedException {
        killHalfWay("keys", "rotate-owner", "--all");
        try (ConfigurableApplicationContext application = application()) {
            assertThat(underFirstKeys(application)).as("half way").isBetween(1L, BLOBS - 1L);
            assertAllReadable(application);
        }

        assertThat(run("keys", "rotate-owner", "--all").waitFor()).isZero();

        try (ConfigurableApplicationContext application = application()) {
            assertThat(underFirstKeys(application)).isZero();
            assertAllReadable(application);
        }
    }

    @Test
    void aKilledMasterRotationLeavesAllReadableAndGoesOn() throws IOException, InterruptedException {
        byte[] former = Files.readAllBytes(home.resolve("keys/master.key"));
        killHalfWay("keys", "rotate-master");
        try (ConfigurableApplicationContext application = application()) {
            assertThat(application.getBean(KeyRows.class).masters())
                    .as("half way")
                    .hasSize(2);
            assertAllReadable(application);
        }

        assertThat(run("keys", "rotate-master").waitFor()).isZero();

        try (ConfigurableApplicationContext application = application()) {
            assertThat(application.getBean(KeyRows.class).masters()).hasSize(1);
            assertAllReadable(application);
        }
        assertThat(Files.readAllBytes(home.resolve("keys/master.key"))).isNotEqualTo(former);
        assertThat(home.resolve("keys/master.key.new")).doesNotExist();
    }

    @Test
    void aCommandIsRefusedWhileTheServerHoldsTheHome() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext server = application()) {
            assertThat(server.isRunning()).isTrue();
            Process refused = run("audit", "verify");

            String said = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(refused.waitFor()).isEqualTo(2);
            assertThat(said).contains(home.toString()).hasLineCount(2);
        }
        Path file = home.resolve("audit.jsonl");
        assertThat(run("audit", "verify").waitFor()).isZero();
        assertThat(run("audit", "export", "--out", file.toString()).waitFor()).isZero();
        assertThat(Files.readAllLines(file))
                .hasSizeGreaterThan(BLOBS)
                .allMatch(line -> line.startsWith("{\"number\":"));
    }

    private void killHalfWay(String... arguments) throws IOException, InterruptedException {
        Process rotation = run(arguments);
        BufferedReader output = rotation.inputReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        int progress = 0;
        while (progress < KILLED_AFTER) {
            String line = output.readLine();
            assertThat(line).as("what it said before it ended: %s", said).isNotNull();
            said.add(line);
            progress += PROGRESS.matcher(line).matches() ? 1 : 0;
        }
        rotation.destroyForcibly().waitFor();
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dcovid-dicom.home=" + home,
                "-Dtest.database.shared=false",
                "-cp",
                System.getProperty("java.class.path"),
                CovidDicomApplication.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static ConfigurableApplicationContext application() {
        return CommandApplication.start(VaultConfiguration.class, AuditLog.class);
    }

    private void assertAllReadable(ConfigurableApplicationContext application) throws IOException {
        Vault vault = application.getBean(Vault.class);
        int i = 0;
        for (Map.Entry<BlobRef, OwnerId> blob : blobs.entrySet()) {
            try (InputStream plain = vault.open(blob.getValue(), blob.getKey())) {
                assertThat(plain.readAllBytes()).isEqualTo(content(i++));
            }
        }
    }

    private long underFirstKeys(ConfigurableApplicationContext application) {
        BlobRows rows = application.getBean(BlobRows.class);
        return blobs.values().stream()
                .distinct()
                .mapToLong(owner -> rows.countBefore(owner, KeyRow.FIRST + 1))
                .sum();
    }

    private static byte[] content(int i) {
        return ("blob " + i).repeat(10_000).getBytes(StandardCharsets.UTF_8);
    }
}
