package br.com.redcheck.dicom.lettering;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The fonts of this machine: most to learn, a few kept to measure with. */
final class Fonts {
    private static final Set<String> KEPT = Set.of("DejaVu Sans Mono", "Liberation Mono", "Nimbus Sans", "P052");

    private Fonts() {}

    static List<Font> toLearn() {
        return latin().filter(font -> !kept(font)).toList();
    }

    static List<Font> toMeasure() {
        return latin().filter(Fonts::kept).toList();
    }

    private static Stream<Font> latin() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(font -> font.canDisplayUpTo("AZaz09/:.-,ÇãéíóÚ") < 0);
    }

    private static boolean kept(Font font) {
        return KEPT.contains(font.getFamily(Locale.ROOT));
    }
}
