package br.com.redcheck.accreditation;

import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.platform.child.Child;
import br.com.redcheck.platform.child.ChildFailed;
import br.com.redcheck.platform.child.Limits;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Paints the pages of a stranger's file in a child process: whatever the file does to it, the child has little memory and little
 * time, sees nothing of ours, and what comes out are pictures that we made.
 */
@Component
class EvidencePages {
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 64 << 20;

    /** Java takes address space that it never fills. */
    private static final Limits LIMITS = new Limits(TIME, 2L << 30);

    /** Stands for those in which libraries would keep something, as PDFBox its list of fonts. */
    private static final String NO_FOLDER = "/nonexistent";

    private final Places places;

    EvidencePages(Places places) {
        this.places = places;
    }

    /**
     * Each page as a picture in JPEG.
     *
     * @throws UnreadableEvidence if the child gives up, dies, or takes too long
     * @throws br.com.redcheck.platform.overload.TooBusy if others' files keep all children busy
     */
    List<byte[]> of(PaperKind kind, byte[] file) {
        return places.in(HeavyWork.PAINTING, () -> painted(kind, file));
    }

    private static List<byte[]> painted(PaperKind kind, byte[] file) {
        try {
            List<String> arguments = new ArrayList<>(entry());
            arguments.add(kind.name());
            byte[] answer = child(arguments).answer(file, MOST_BYTES);
            return switch (answer.length == 0 ? PagePainter.BROKEN : answer[0]) {
                case PagePainter.PAINTED -> split(answer);
                case PagePainter.TOO_MANY_PAGES -> throw UnreadableEvidence.tooManyPages(PagePainter.MOST_PAGES);
                default -> throw UnreadableEvidence.notPaintable();
            };
        } catch (ChildFailed e) {
            throw UnreadableEvidence.notPaintable();
        }
    }

    /** A Java of its own that sees our classes, and has few bytes for anything else. */
    static Child child(List<String> arguments) {
        Path java = Path.of(System.getProperty("java.home")).toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                java.resolve("bin").resolve("java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:-UsePerfData", // which would be a file
                "-Djava.awt.headless=true",
                "-Duser.home=" + NO_FOLDER,
                "-Djava.io.tmpdir=" + NO_FOLDER,
                "-cp",
                classPath().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        command.addAll(arguments);
        List<Path> files = new ArrayList<>(Stream.concat(classPath(), librariesBeside())
                .filter(Files::exists)
                .distinct()
                .toList());
        files.add(java);
        return new Child(
                command, Map.of("LD_LIBRARY_PATH", java.resolve("lib").toString()), List.copyOf(files), LIMITS);
    }

    /** The jar; in development, all that is on the class path. The child starts in another folder than we did. */
    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize());
    }

    /** Where the jar was unpacked, it names libraries that lie in a folder of their own. */
    private static Stream<Path> librariesBeside() {
        URL library = PDDocument.class.getProtectionDomain().getCodeSource().getLocation();
        return library.getProtocol().equals("file")
                ? Stream.of(Path.of(URI.create(library.toString()))
                        .resolveSibling(".")
                        .normalize())
                : Stream.empty();
    }

    /** Inside the one jar that is shipped, classes and libraries are found by Spring Boot's launcher. */
    private static List<String> entry() {
        String main = PagePainter.class.getName();
        boolean shipped = System.getProperty("java.class.path").indexOf(File.pathSeparatorChar) < 0
                && PagePainter.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getProtocol()
                        .equals("jar");
        return shipped
                ? List.of("-Dloader.main=" + main, "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of(main);
    }

    private static List<byte[]> split(byte[] answer) {
        List<byte[]> pages = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer, 1, answer.length - 1))) {
            for (int left = in.readInt(); left > 0; left--) {
                byte[] page = in.readNBytes(in.readInt());
                pages.add(page);
            }
            if (in.read() >= 0 || pages.isEmpty()) {
                throw UnreadableEvidence.notPaintable();
            }
            return pages;
        } catch (EOFException cutShort) {
            throw UnreadableEvidence.notPaintable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
