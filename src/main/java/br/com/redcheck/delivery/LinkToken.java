package br.com.redcheck.delivery;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What leads to a report, and names nobody: 256 bits of chance in an e-mail, 80 bits on paper, where somebody may have to type them.
 * Those are written in Crockford's base 32, which has no I, L, O or U, in four groups of four.
 *
 * @param text in the one form in which it is compared
 */
record LinkToken(String text) {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int LONG_BYTES = 32;
    private static final int SHORT_LETTERS = 16;
    private static final int GROUP = 4;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SHORT = Pattern.compile("[" + ALPHABET + "]{16}");

    /** A link holds the token behind its last {@code /r/}. */
    private static final Pattern IN_LINK = Pattern.compile(".*/r/([^/?#\\s]+).*", Pattern.DOTALL);

    /** Spaces of any width, and what shows nothing, such as soft hyphens and joiners. */
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");

    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\x{2212}\\x{2043}]");
    private static final Pattern BETWEEN = Pattern.compile("[.-]+");

    /** For an e-mail. */
    static LinkToken forMail() {
        byte[] bytes = new byte[LONG_BYTES];
        CHANCE.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** For paper. */
    static LinkToken forPaper() {
        return new LinkToken(CHANCE.ints(SHORT_LETTERS, 0, ALPHABET.length())
                .mapToObj(letter -> ALPHABET.substring(letter, letter + 1))
                .collect(Collectors.joining()));
    }

    /**
     * Reads one as it stands in an address or was typed, or the whole link; nothing if it cannot be one. Dashes and spaces are of any
     * kind, as word processors and chats change them, and letters that look like figures are those figures.
     */
    static Optional<LinkToken> parse(String typed) {
        String plain = Normalizer.normalize(IN_LINK.matcher(typed.strip()).replaceFirst("$1"), Normalizer.Form.NFKC);
        String text = DASH.matcher(BLANK.matcher(plain).replaceAll("")).replaceAll("-");
        if (LONG.matcher(text).matches()) {
            return Optional.of(new LinkToken(text));
        }
        String letters = BETWEEN.matcher(text)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Optional.of(letters).filter(SHORT.asMatchPredicate()).map(LinkToken::new);
    }

    /** Whether it is one of those that people type. */
    boolean typeable() {
        return text.length() == SHORT_LETTERS;
    }

    /** As it is read aloud and typed: {@code 7K3M-9QXA-0TRE-5WZ2}. */
    String grouped() {
        return IntStream.range(0, SHORT_LETTERS / GROUP)
                .mapToObj(group -> text.substring(group * GROUP, (group + 1) * GROUP))
                .collect(Collectors.joining("-"));
    }

    @Override
    public String toString() {
        return "LinkToken[***]";
    }
}
