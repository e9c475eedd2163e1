package br.com.redcheck.platform.text;

/**
 * Text without the characters that cannot be kept or shown: XML, and with it every report, forbids most control characters and halves
 * of surrogate pairs (XML 1.0, 2.2), PostgreSQL refuses NUL, and Unicode keeps noncharacters for a program's own use. They come with
 * what people paste. Word's and Unicode's own line breaks become ordinary ones.
 */
public final class PlainText {
    private static final String OTHER_LINE_BREAKS = "\u000B\f\u0085\u2028\u2029";

    private PlainText() {}

    /** The same text, unless something in it has to go. */
    public static String of(String text) {
        if (text.codePoints().allMatch(PlainText::stays)) {
            return text;
        }
        return text.codePoints()
                .map(character -> OTHER_LINE_BREAKS.indexOf(character) < 0 ? character : '\n')
                .filter(PlainText::stays)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean stays(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isNoncharacter(character);
        };
    }

    /** Unicode 15, section 23.7. */
    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }
}
