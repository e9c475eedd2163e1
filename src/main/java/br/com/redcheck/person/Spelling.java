package br.com.redcheck.person;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names of people and places without regard to case, accents, apostrophes and blanks. */
public final class Spelling {
    private static final Pattern LEFT_OUT = Pattern.compile("\\p{M}+|['’´`ʼ]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Spelling() {}

    /** The words of a text: {@code José  D’Ávila-Sá} has {@code jose}, {@code davila} and {@code sa}. */
    public static List<String> words(String text) {
        String bare = LEFT_OUT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return WORD.matcher(bare.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
