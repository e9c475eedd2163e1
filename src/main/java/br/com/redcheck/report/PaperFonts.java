package br.com.redcheck.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that reports are printed with. The second has what the first lacks: signs of medicine and mathematics, and further letters.
 * Their licences (SIL OFL; Bitstream Vera) allow embedding.
 */
final class PaperFonts {
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put(
                "Liberation Sans", "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"); // comes with PDFBox
        FILES.put("DejaVu Sans", "/fonts/DejaVuSans.ttf");
    }

    private final BitSet printable = new BitSet();

    PaperFonts() throws IOException {
        printable.set('\t');
        printable.set('\n');
        printable.set('\r');
        for (String file : FILES.values()) {
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(open(file)))) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                for (int character = ' '; character <= Character.MAX_CODE_POINT; character++) {
                    if (glyphs.getGlyphId(character) > 0 && !isFromRightToLeft(character)) {
                        printable.set(character);
                    }
                }
            }
        }
    }

    void use(PdfRendererBuilder builder) {
        FILES.forEach((family, file) -> builder.useFont(() -> open(file), family));
    }

    /** The characters of a text that none of the fonts can print, each once, in the order in which they come. */
    List<Integer> without(String text) {
        return text.codePoints()
                .filter(character -> !printable.get(character))
                .distinct()
                .boxed()
                .toList();
    }

    /** The shapes are there, but the printer would set them one by one and from the wrong side. */
    private static boolean isFromRightToLeft(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(PaperFonts.class.getResourceAsStream(file), file);
    }
}
