package br.com.redcheck.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The characters that text of a data set is written in (PS3.3 C.12.1.1.2, PS3.5 6.1).
 *
 * <p>UTF-8, GB18030 and GBK hold for the whole value. From all others escape sequences may switch to another repertoire, and
 * every delimiter switches back to the first.
 */
final class SpecificCharacterSet {
    static final SpecificCharacterSet DEFAULT = new SpecificCharacterSet(Repertoire.ASCII);

    private final Repertoire initial;

    private SpecificCharacterSet(Repertoire initial) {
        this.initial = initial;
    }

    /**
     * What the values of (0008,0005) say; the default repertoire where they say nothing that we know.
     *
     * <p>Only the first decides: escape sequences are understood wherever they stand, announced by the others or not.
     */
    static SpecificCharacterSet of(List<String> terms) {
        String first = terms.isEmpty() ? "" : terms.get(0);
        return new SpecificCharacterSet(Repertoire.named(first));
    }

    String decode(byte[] value, Vr vr) {
        if (initial.standsAlone()) {
            return new String(value, initial.charset());
        }
        return new CodeExtensions(initial, vr == Vr.PN).decode(value);
    }

    /** Text in the first repertoire; we write no escape sequences. */
    byte[] encode(String text) {
        boolean plain = initial == Repertoire.ASCII || initial.isDoubleByte(); // the latter begin in ASCII, too
        Charset charset = plain ? StandardCharsets.US_ASCII : initial.charset();
        return text.getBytes(charset);
    }
}
