package br.com.redcheck.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Decodes one value whose escape sequences switch repertoires as ISO 2022 and PS3.5 6.1.2.5 have it. */
final class CodeExtensions {
    private static final byte ESCAPE = 0x1B;

    /** What follows the escape character, by its characters; all of PS3.3 tables C.12-3 and C.12-4. */
    private static final Map<String, Repertoire> LOWER = Map.of(
            "(B", Repertoire.ASCII,
            "(J", Repertoire.JAPANESE,
            "$B", Repertoire.KANJI,
            "$@", Repertoire.KANJI,
            "$(D", Repertoire.KANJI_SUPPLEMENT);

    private static final Map<String, Repertoire> UPPER = Map.ofEntries(
            Map.entry("-A", Repertoire.LATIN_1),
            Map.entry("-B", Repertoire.LATIN_2),
            Map.entry("-C", Repertoire.LATIN_3),
            Map.entry("-D", Repertoire.LATIN_4),
            Map.entry("-F", Repertoire.GREEK),
            Map.entry("-G", Repertoire.ARABIC),
            Map.entry("-H", Repertoire.HEBREW),
            Map.entry("-L", Repertoire.CYRILLIC),
            Map.entry("-M", Repertoire.LATIN_5),
            Map.entry("-T", Repertoire.THAI),
            Map.entry("-b", Repertoire.LATIN_9),
            Map.entry(")I", Repertoire.JAPANESE),
            Map.entry("$)A", Repertoire.CHINESE),
            Map.entry("$)C", Repertoire.KOREAN));

    private final Repertoire initialLower;
    private final Repertoire initialUpper;
    private final boolean personName;
    private final StringBuilder text = new StringBuilder();
    private Repertoire lower;
    private Repertoire upper;

    /**
     * @param initial what the first value of the specific character set names
     * @param personName whether the delimiters of person names count beside the backslash
     */
    CodeExtensions(Repertoire initial, boolean personName) {
        this.initialLower = initial == Repertoire.JAPANESE ? Repertoire.JAPANESE : Repertoire.ASCII;
        this.initialUpper =
                initial == Repertoire.KANJI || initial == Repertoire.KANJI_SUPPLEMENT ? Repertoire.ASCII : initial;
        this.personName = personName;
        this.lower = initialLower;
        this.upper = initialUpper;
    }

    String decode(byte[] value) {
        int at = 0;
        while (at < value.length) {
            int escaped = value[at] == ESCAPE ? escape(value, at + 1) : 0;
            at += escaped > 0 ? escaped : character(value, at);
        }
        return text.toString();
    }

    /** Follows an escape sequence and tells its length; 0 if it is none we know. */
    private int escape(byte[] value, int from) {
        for (int length = 2; length <= 3 && from + length <= value.length; length++) {
            String sequence = new String(value, from, length, StandardCharsets.ISO_8859_1);
            if (LOWER.containsKey(sequence)) {
                lower = LOWER.getOrDefault(sequence, initialLower);
                return length + 1;
            }
            if (UPPER.containsKey(sequence)) {
                upper = UPPER.getOrDefault(sequence, initialUpper);
                return length + 1;
            }
        }
        return 0;
    }

    /** Decodes the character that begins there and tells how many bytes it took. */
    private int character(byte[] value, int at) {
        byte first = value[at];
        Repertoire half = first >= 0 ? lower : upper;
        boolean delimiter = first >= 0 && !half.isDoubleByte() && isDelimiter(first);
        if (delimiter || isControl(first)) {
            lower = initialLower;
            upper = initialUpper;
            text.append((char) first);
            return 1;
        }
        if (half.isDoubleByte() && first != ' ') {
            if (at + 1 == value.length || isControl(value[at + 1])) {
                text.append('\uFFFD');
                return 1;
            }
            text.append(half.pair(first, value[at + 1]));
            return 2;
        }
        text.append(half.single(first));
        return 1;
    }

    private static boolean isControl(byte character) {
        return character >= 0 && character < 0x20;
    }

    private boolean isDelimiter(byte character) {
        return character == '\\' || (personName && (character == '^' || character == '='));
    }
}
