package br.com.redcheck.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set of characters that the specific character set can name (PS3.3 tables C.12-2 to C.12-5).
 *
 * <p>Each is given with the Java character set that decodes its bytes once they stand where that one expects them: the
 * double-byte sets of ISO 2022 come as the upper half of their EUC form.
 */
enum Repertoire {
    ASCII("", "windows-1252"),
    LATIN_1("100", "ISO-8859-1"),
    LATIN_2("101", "ISO-8859-2"),
    LATIN_3("109", "ISO-8859-3"),
    LATIN_4("110", "ISO-8859-4"),
    CYRILLIC("144", "ISO-8859-5"),
    ARABIC("127", "ISO-8859-6"),
    GREEK("126", "ISO-8859-7"),
    HEBREW("138", "ISO-8859-8"),
    LATIN_5("148", "ISO-8859-9"),
    LATIN_9("203", "ISO-8859-15"),
    THAI("166", "x-iso-8859-11"),
    JAPANESE("13", "JIS_X0201"),
    KANJI("87", "EUC-JP"),
    KANJI_SUPPLEMENT("159", "EUC-JP"),
    KOREAN("149", "EUC-KR"),
    CHINESE("58", "GB2312"),
    UTF_8("192", "UTF-8"),
    GB18030("GB18030", "GB18030"),
    GBK("GBK", "GBK");

    private static final Pattern NUMBERED = Pattern.compile("ISO[ _-]?(?:2022[ _-])?IR[ _-]?(\\d+)");

    private final String name;
    private final Charset charset;

    Repertoire(String name, String charset) {
        this.name = name;
        this.charset = Charset.forName(charset);
    }

    /** The one a defined term such as {@code ISO_IR 100} or {@code ISO 2022 IR 87} means; ASCII if none does. */
    static Repertoire named(String term) {
        String upper = term.strip().toUpperCase(Locale.ROOT);
        Matcher numbered = NUMBERED.matcher(upper);
        String wanted = numbered.matches() ? numbered.group(1) : upper;
        for (Repertoire repertoire : values()) {
            if (repertoire.name.equals(wanted)) {
                return repertoire;
            }
        }
        return ASCII;
    }

    Charset charset() {
        return charset;
    }

    /** Whether it allows no code extensions, for its second bytes may look like anything. */
    boolean standsAlone() {
        return this == UTF_8 || this == GB18030 || this == GBK;
    }

    /** Whether a character takes two bytes of a half, as in ISO 2022. */
    boolean isDoubleByte() {
        return this == KANJI || this == KANJI_SUPPLEMENT || this == KOREAN || this == CHINESE;
    }

    /** Two bytes of this double-byte set, of either half, as text. */
    String pair(byte first, byte second) {
        byte high = (byte) (first | 0x80);
        byte low = (byte) (second | 0x80);
        byte[] bytes = this == KANJI_SUPPLEMENT ? new byte[] {(byte) 0x8F, high, low} : new byte[] {high, low};
        return new String(bytes, charset);
    }

    /** One byte of this single-byte set as text. */
    String single(byte value) {
        if (value >= 0) {
            return new String(new byte[] {value}, this == JAPANESE ? charset : StandardCharsets.US_ASCII);
        }
        return new String(new byte[] {value}, charset);
    }
}
