package br.com.redcheck.dicom.decoder;

import br.com.redcheck.platform.child.Child;
import br.com.redcheck.platform.child.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * FFmpeg, which lies in our jar as the archive that Maven Central has of it, unpacked where it can be run.
 *
 * @param executable the program
 * @param environment the variables that it needs to find its libraries
 */
record Program(Path executable, Map<String, String> environment) {
    private static final Logger log = LoggerFactory.getLogger(Program.class);

    /** Where the archive keeps programs and libraries; those for Java are not needed. */
    private static final String FOLDER = "org/bytedeco/ffmpeg/";

    /**
     * Libraries for cameras and microphones that the program names and does not use here. A server may lack them, so links to
     * one that is there stand in for them.
     */
    private static final String[] UNUSED = {"libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0"};

    private static final String STAND_IN = "libdrm.so.2";

    /**
     * The program of this machine, unpacked again if somebody has swept the folder of temporary files; empty if the build put
     * none into the jar, or if it does not run here.
     */
    static Optional<Program> installed() {
        synchronized (Installed.class) {
            if (Installed.program.isPresent()
                    && !Files.exists(Installed.program.get().executable())) {
                Installed.program = Installed.unpacked();
            }
            return Installed.program;
        }
    }

    private static final class Installed {
        static Optional<Program> program = unpacked();

        private static Optional<Program> unpacked() {
            String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
            try (InputStream archive = Program.class.getResourceAsStream("/decoder/" + platform + ".jar")) {
                return archive == null ? Optional.empty() : Optional.of(unpack(archive));
            } catch (IOException e) {
                log.warn("The decoder of JPEG-LS and HTJ2K does not run here", e);
                return Optional.empty();
            }
        }
    }

    /** The name that the archive has for an operating system and a processor. */
    static String platform(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String os = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macosx" : "linux";
        return os + "-" + (processor.equals("aarch64") ? "arm64" : "x86_64");
    }

    private static Program unpack(InputStream archive) throws IOException {
        Path folder =
                Unpacked.folder(Path.of(System.getProperty("java.io.tmpdir")).toRealPath());
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (entry.getName().startsWith(FOLDER) && !name.isEmpty() && !name.contains("jni")) {
                Path file = folder.resolve(name);
                Files.copy(zip, file);
                readableByAll(file);
            }
        }
        if (Files.exists(folder.resolve(STAND_IN))) {
            for (String library : UNUSED) {
                Files.createSymbolicLink(folder.resolve(library), Path.of(STAND_IN));
            }
        }
        Path windows = folder.resolve("ffmpeg.exe");
        Path program = Files.exists(windows) ? windows : folder.resolve("ffmpeg");
        if (!program.toFile().setExecutable(true, false)) {
            throw new IOException("no program in the archive");
        }
        readableByAll(folder);
        String libraries = folder.toString();
        Program unpacked = new Program(
                program, Map.of("LD_LIBRARY_PATH", libraries, "DYLD_LIBRARY_PATH", libraries, "MALLOC_ARENA_MAX", "1"));
        unpacked.mustRun();
        return unpacked;
    }

    /** The child may have another user's rights. */
    private static void readableByAll(Path file) throws IOException {
        boolean done = file.toFile().setReadable(true, false)
                && (!Files.isDirectory(file) || file.toFile().setExecutable(true, false));
        if (!done) {
            throw new IOException("cannot let others read " + file);
        }
    }

    /** A run of the program that may read itself and its libraries. */
    Child child(List<String> arguments, Limits limits) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        return new Child(
                command, environment, List.of(executable.resolveSibling(".").normalize()), limits);
    }

    /** Passes one gray pixel through: a folder may forbid programs, a system lack a library. */
    private void mustRun() throws IOException {
        String[] copy = {"-v", "quiet", "-f", "rawvideo", "-pix_fmt", "gray", "-video_size", "1x1", "-i", "pipe:0"};
        List<String> arguments = new ArrayList<>(List.of(copy));
        arguments.addAll(List.of("-f", "rawvideo", "pipe:1"));
        try {
            child(arguments, new Limits(Duration.ofMinutes(1), 1L << 30)).answer(new byte[1], 1);
        } catch (UncheckedIOException notStarted) {
            throw new IOException("the program cannot be started", notStarted);
        }
    }
}
