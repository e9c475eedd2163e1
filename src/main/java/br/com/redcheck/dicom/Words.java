package br.com.redcheck.dicom;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words without regard to case and accents, and those among them that say nothing about anybody. */
final class Words {
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> HARMLESS = Facts.lines("harmless-words.txt")
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> Stream.of(line.split(" ")))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private Words() {}

    /** Lower case, without accents, whether these were composed or not. */
    static String folded(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARK.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The folded words of a text: runs of letters and digits. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(folded(text));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** The folded letters and digits of a text, without anything between them. */
    static String squeezed(String text) {
        return String.join("", of(text));
    }

    /** Whether a folded word belongs to the vocabulary of images and procedures. */
    static boolean isHarmless(String folded) {
        return HARMLESS.contains(folded);
    }
}
