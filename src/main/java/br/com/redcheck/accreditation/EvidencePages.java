package br.com.redcheck.accreditation;

import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.platform.child.ChildFailed;
import br.com.redcheck.platform.child.JavaChild;
import br.com.redcheck.platform.child.Limits;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            byte[] answer = java().running(PagePainter.class, kind.name()).answer(file, MOST_BYTES);
            return switch (answer.length == 0 ? PagePainter.BROKEN : answer[0]) {
                case PagePainter.PAINTED -> split(answer);
                case PagePainter.TOO_MANY_PAGES -> throw UnreadableEvidence.tooManyPages(PagePainter.MOST_PAGES);
                default -> throw UnreadableEvidence.notPaintable();
            };
        } catch (ChildFailed e) {
            throw UnreadableEvidence.notPaintable();
        }
    }

    /** A Java that has few bytes for anything else. */
    static JavaChild java() {
        List<String> options = List.of(
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m");
        return new JavaChild(options, List.of(), Map.of(), LIMITS);
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
