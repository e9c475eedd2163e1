package br.com.redcheck.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of free text whatever may be about a person. What stays of a descriptor are words known as harmless, never the rest
 * of a text after known names were struck out: a name that nobody has seen before must go as well.
 */
final class TextCleaner {
    /** Words that say something only beside others: they stay in a text that stays, and go with what is struck out. */
    private static final Set<String> LITTLE = Set.of(
            ("a o as os de da do das dos em no na nos nas e ou um uma por ao aos of the and or in on at to by for w wo vs")
                    .split(" "));

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+([.,][\\p{N}]+\\p{L}*)*");
    private static final Pattern BETWEEN = Pattern.compile("[ _/+.,:;()<>=&%*'\\[\\]\\r\\n\\t-]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}([.,][0-9]{1,3})?");
    private static final Pattern MEASURE =
            Pattern.compile("[0-9]{1,4}([.,][0-9]{1,3})?(mm|cm|kv|kvp|ma|mas|s|ms|hu|d|x)");

    /** Reconstruction kernels, vertebrae and the like: {@code B70f}, {@code FC51}, {@code T12}, {@code 3D}. */
    private static final Pattern DESIGNATION =
            Pattern.compile("[bihuf][a-z]?[0-9]{2}[a-z]?|fc[0-9]{2}|[ctls][0-9]{1,2}|yb|yc");

    private static final Pattern DESIGNATION_CHARACTERS = Pattern.compile("[\\p{L}\\p{N} _/+.,:;()#&*'\\[\\]|-]*");
    private static final Pattern CODE_STRING = Pattern.compile("[A-Z0-9 _]*");

    /** So many bare numbers describe a picture; more may be a date or a telephone in disguise. */
    private static final int NUMBERS = 4;

    /** Longer texts are no descriptions, and are not looked through. */
    private static final int LONGEST = 1024;

    private final OwnIdentity identity;

    TextCleaner(OwnIdentity identity) {
        this.identity = identity;
    }

    /** A short description without all words that are not known as harmless; empty if nothing is left. */
    Optional<String> descriptor(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return isHarmless(text) ? Optional.of(text) : harmlessWords(text).filter(this::isHarmless);
    }

    /** A longer text as it is, or nothing: what is left of a story when its names are struck out still tells it. */
    Optional<String> prose(String text) {
        return Optional.of(text).filter(story -> story.length() <= LONGEST && isHarmless(story));
    }

    /** What a maker calls a device, a program or a method; empty if it may name a person. */
    Optional<String> designation(String text) {
        String folded = Words.folded(text);
        boolean technical = DESIGNATION_CHARACTERS.matcher(text).matches()
                && !identity.isIn(text)
                && !PersonalPatterns.hasNumber(folded)
                && !PersonalPatterns.hasTitle(folded);
        return Optional.of(text).filter(unchanged -> technical);
    }

    /** A value of a standard coding scheme, which may have many digits. */
    Optional<String> code(String text) {
        boolean ofScheme = text.matches("[A-Za-z0-9.:/_+-]{1,64}") && !identity.isIn(text);
        return Optional.of(text).filter(unchanged -> ofScheme);
    }

    /** A code string (PS3.5 table 6.2-1) that is none of the person's words; empty otherwise. */
    Optional<String> codeString(String text) {
        boolean coded = CODE_STRING.matcher(text).matches()
                && !identity.isIn(text)
                && !PersonalPatterns.hasNumber(Words.folded(text));
        return Optional.of(text).filter(unchanged -> coded || isHarmless(text));
    }

    private boolean isHarmless(String text) {
        String folded = Words.folded(text);
        Matcher tokens = TOKEN.matcher(folded);
        int end = 0;
        int numbers = 0;
        while (tokens.find()) {
            boolean number = NUMBER.matcher(tokens.group()).matches();
            numbers += number ? 1 : 0;
            if (!BETWEEN.matcher(folded.substring(end, tokens.start())).matches()
                    || !(number || isHarmlessWord(tokens.group()))) {
                return false;
            }
            end = tokens.end();
        }
        return numbers <= NUMBERS
                && BETWEEN.matcher(folded.substring(end)).matches()
                && !PersonalPatterns.hasNumber(folded);
    }

    /** Harmless words alone; numbers and single letters may have belonged to what was struck out. */
    private Optional<String> harmlessWords(String text) {
        List<String> kept = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(PersonalPatterns.withoutNumbers(Words.folded(text)));
        while (tokens.find()) {
            if (tokens.group().length() > 1 && isHarmlessWord(tokens.group()) && !LITTLE.contains(tokens.group())) {
                kept.add(tokens.group());
            }
        }
        boolean telling = kept.stream().anyMatch(word -> Character.isLetter(word.charAt(0)));
        return telling ? Optional.of(String.join(" ", kept).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private boolean isHarmlessWord(String word) {
        boolean known = Words.isHarmless(word)
                || LITTLE.contains(word)
                || MEASURE.matcher(word).matches()
                || DESIGNATION.matcher(word).matches();
        return known && !identity.has(word);
    }
}
