package br.com.redcheck.platform.database;

import br.com.redcheck.platform.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The databases on the disk, in a folder named for PostgreSQL's major version: {@code data}, the superuser's {@code password},
 * and the server's {@code postgres.log}.
 */
record Cluster(Path folder, Binaries binaries) {
    static final String SUPERUSER = "postgres";
    private static final String DRAFT = ".making";

    /**
     * Finds the cluster, or makes it. It is made under another name and moved: whoever finds it finds it whole.
     *
     * @throws DataOfAnotherVersion if there are data, but not of the programs' major version
     */
    static Cluster of(Path parent, Binaries binaries) throws IOException {
        int major = binaries.major();
        Cluster cluster = new Cluster(parent.resolve(Integer.toString(major)), binaries);
        sweepDrafts(parent);
        refuseOtherVersions(parent, major);
        if (!Files.exists(cluster.folder)) {
            Path draft = PrivateFiles.folder(parent.resolve(UUID.randomUUID() + DRAFT));
            new Cluster(draft, binaries).make(parent.resolve("initdb.log"));
            PrivateFiles.publish(draft, cluster.folder);
        }
        return cluster;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** 256 random bits as text, for a password that no person will ever type. */
    static String randomPassword() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private void make(Path log) throws IOException {
        PrivateFiles.write(passwordFile(), randomPassword().getBytes(StandardCharsets.US_ASCII));
        List<String> arguments = List.of(
                "--pgdata=" + data(),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        Program.run(binaries.program("initdb"), arguments, log);
    }

    private static void refuseOtherVersions(Path parent, int ours) throws IOException {
        String expected = Integer.toString(ours);
        try (Stream<Path> found = Files.list(parent)) {
            for (Path folder : found.toList()) {
                Path version = folder.resolve("data").resolve("PG_VERSION");
                String theirs =
                        Files.exists(version) ? Files.readString(version).strip() : expected;
                if (!theirs.equals(expected)) {
                    throw new DataOfAnotherVersion(theirs, ours, folder);
                }
            }
        }
    }

    private static void sweepDrafts(Path parent) throws IOException {
        try (Stream<Path> found = Files.list(parent)) {
            for (Path folder : found.toList()) {
                if (folder.toString().endsWith(DRAFT)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }
}
