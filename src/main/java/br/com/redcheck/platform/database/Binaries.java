package br.com.redcheck.platform.database;

import br.com.redcheck.platform.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The programs of PostgreSQL, unpacked from the application.
 *
 * <p>Their folder is named for the archive's SHA-256, so that another archive never meets old files, and holds a note of how
 * many bytes it must have: one that a crash or a person left incomplete is unpacked afresh.
 */
record Binaries(Path folder) {
    private static final String PREFIX = "programs-";
    private static final String NOTE = "unpacked-bytes";

    /** Unpacks what the application brought, unless it lies there whole. */
    static Binaries unpacked(Path parent) throws IOException {
        Path folder = parent.resolve(PREFIX + digest().substring(0, 16));
        if (!whole(folder)) {
            FileSystemUtils.deleteRecursively(folder);
            Path draft = PrivateFiles.folder(parent.resolve(PREFIX + UUID.randomUUID() + ".unpacking"));
            try (InputStream archive = archive()) {
                Archive.unpack(archive, draft);
            }
            PrivateFiles.write(draft.resolve(NOTE), Long.toString(bytes(draft)).getBytes(StandardCharsets.US_ASCII));
            PrivateFiles.publish(draft, folder);
        }
        return new Binaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(windows() ? name + ".exe" : name);
    }

    /** The major version, which data folders belong to. */
    int major() throws IOException {
        String said = Program.run(program("postgres"), List.of("--version"), folder.resolveSibling("version.log"));
        return Integer.parseInt(said.replaceAll("(?s)^\\D*(\\d+).*$", "$1"));
    }

    /** Removes what former versions of the application unpacked, and what crashed while unpacking. No server may run. */
    void removeOthers() throws IOException {
        try (Stream<Path> found = Files.list(folder.resolveSibling("."))) {
            for (Path other : found.map(Path::normalize).toList()) {
                if (other.getFileName().toString().startsWith(PREFIX) && !other.equals(folder)) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
        }
    }

    private static boolean whole(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        if (!Files.exists(note)) {
            return false;
        }
        String promised = Files.readString(note);
        return promised.equals(Long.toString(bytes(folder) - promised.length()));
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String digest() throws IOException {
        try (DigestInputStream archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static InputStream archive() {
        String name = "postgres-%s-%s.txz".formatted(system(), machine());
        InputStream archive = Binaries.class.getResourceAsStream("/" + name);
        if (archive == null) {
            throw new NoBinaries(name);
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : windows() ? "windows" : "linux";
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm_64" : name.equals("amd64") ? "x86_64" : name;
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
