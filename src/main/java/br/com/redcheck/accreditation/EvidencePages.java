package br.com.redcheck.accreditation;

import br.com.redcheck.platform.HeavyWork;
import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.platform.Places;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Paints the pages of a stranger's file in a child process: whatever the file does to it, the child has little memory and little
 * time, sees nothing of ours, and what comes out are pictures that we made.
 */
@Component
class EvidencePages {
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 64 << 20;

    private final Places places;

    EvidencePages(Places places) {
        this.places = places;
    }

    /**
     * Each page as a picture in JPEG.
     *
     * @throws UnreadableEvidence if the child gives up, dies, or takes too long
     * @throws br.com.redcheck.platform.TooBusy if others' files keep all children busy
     */
    List<byte[]> of(PaperKind kind, byte[] file) {
        return places.in(HeavyWork.PAINTING, () -> painted(kind, file));
    }

    private static List<byte[]> painted(PaperKind kind, byte[] file) {
        Process child = start(kind);
        try {
            child.onExit()
                    .orTimeout(TIME.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(late -> child.destroyForcibly());
            feed(child, file);
            byte[] answer = child.getInputStream().readNBytes(MOST_BYTES);
            child.destroyForcibly(); // it has said everything, or too much
            return switch (answer.length == 0 ? PagePainter.BROKEN : answer[0]) {
                case PagePainter.PAINTED -> split(answer);
                case PagePainter.TOO_MANY_PAGES -> throw UnreadableEvidence.tooManyPages(PagePainter.MOST_PAGES);
                default -> throw UnreadableEvidence.notPaintable();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            child.destroyForcibly();
        }
    }

    private static Process start(PaperKind kind) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(entry());
        command.add(kind.name());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** In a thread of its own, for the child may answer before it has read everything. */
    private static void feed(Process child, byte[] file) {
        Thread feeder = new Thread(
                () -> {
                    try (OutputStream out = child.getOutputStream()) {
                        out.write(file);
                    } catch (IOException e) {
                        child.destroyForcibly(); // it has gone away or stopped listening; the answer shows it
                    }
                },
                "evidence-input");
        feeder.setDaemon(true);
        feeder.start();
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
