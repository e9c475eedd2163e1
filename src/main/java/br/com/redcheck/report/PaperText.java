package br.com.redcheck.report;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Text as paper can bear it. Accents that were typed apart from their letters are put together (Unicode NFC), Word's hyphens and narrow
 * spaces become those that every font has, and what cannot be seen, but would turn text around or be printed as a box, is left out.
 */
final class PaperText {
    private static final int HYPHEN = '\u2010';
    private static final int UNBROKEN_HYPHEN = '\u2011';
    private static final int UNBROKEN_SPACE = '\u00A0';
    private static final int UNBROKEN_NARROW_SPACE = '\u202F';
    private static final int UNBROKEN_WIDE_SPACE = '\u2007';

    private PaperText() {}

    static String of(String text) {
        return Normalizer.normalize(text, Form.NFC)
                .codePoints()
                .filter(PaperText::isSeen)
                .map(PaperText::printed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Soft hyphens, directions, joiners and byte order marks (Unicode's category Cf) have no shape; nor do variation selectors. */
    private static boolean isSeen(int character) {
        return Character.getType(character) != Character.FORMAT && (character & ~0xF) != 0xFE00;
    }

    private static int printed(int character) {
        return switch (character) {
            case HYPHEN, UNBROKEN_HYPHEN -> '-';
            case UNBROKEN_SPACE, UNBROKEN_NARROW_SPACE, UNBROKEN_WIDE_SPACE -> UNBROKEN_SPACE;
            default -> Character.getType(character) == Character.SPACE_SEPARATOR ? ' ' : character;
        };
    }
}
