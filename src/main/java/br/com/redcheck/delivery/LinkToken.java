package br.com.redcheck.delivery;

import java.security.SecureRandom;
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
    private static final Pattern BETWEEN = Pattern.compile("[\\s.\\-–—]+");

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

    /** Reads one as it stands in an address or was typed; nothing if it cannot be one. */
    static Optional<LinkToken> parse(String typed) {
        if (LONG.matcher(typed).matches()) {
            return Optional.of(new LinkToken(typed));
        }
        String letters = BETWEEN.matcher(typed)
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
