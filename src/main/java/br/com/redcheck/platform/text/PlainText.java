package br.com.redcheck.platform.text;

/**
 * Text without the characters that cannot be kept or shown: XML, and with it every report, forbids most control characters and halves
 * of surrogate pairs (XML 1.0, 2.2), PostgreSQL refuses NUL, and Unicode keeps noncharacters for a program's own use. They come with
 * what people paste. Word's and Unicode's own line breaks become ordinary ones, and so do unbroken spaces at either end: what strips a text
 * takes them away, and what asks whether it is blank sees that it is.
 */
public final class PlainText {
    private static final String OTHER_LINE_BREAKS = "\u000B\f\u0085\u2028\u2029";

    private PlainText() {}

    /** The same text, unless something in it has to go. */
    public static String of(String text) {
        return strippable(text.codePoints().allMatch(PlainText::stays) ? text : kept(text));
    }

    private static String kept(String text) {
        return text.codePoints()
                .map(character -> OTHER_LINE_BREAKS.indexOf(character) < 0 ? character : '\n')
                .filter(PlainText::stays)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String strippable(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isGap(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isGap(text.charAt(end - 1))) {
            end--;
        }
        boolean gaps = begin > 0 || end < text.length();
        return gaps
                ? ordinary(text.substring(0, begin)) + text.substring(begin, end) + ordinary(text.substring(end))
                : text;
    }

    private static boolean isGap(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static String ordinary(String gap) {
        return gap.replaceAll("[\\u00A0\\u2007\\u202F]", " ");
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
