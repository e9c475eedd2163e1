package br.com.redcheck.inference;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people at the scanner have typed, or chosen from a list, of view and part of the body, in Portuguese, Spanish or English. Where a
 * text names two views, as "PA e perfil" for both films of a study does, it says nothing of either.
 */
final class SaidInWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> FRONTAL = Set.of("PA", "AP", "FRENTE", "FRONTAL");
    private static final Set<String> LATERAL = Set.of("LATERAL", "LAT", "PERFIL");

    private final Set<String> words;

    /** @param texts such as SeriesDescription */
    SaidInWords(Stream<String> texts) {
        this.words = texts.map(text -> MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll(""))
                .flatMap(text -> Stream.of(NO_LETTERS.split(text.toUpperCase(Locale.ROOT))))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean lateral() {
        return any(LATERAL::contains) && !frontal();
    }

    boolean oblique() {
        return begins("OBL") && !frontal();
    }

    /** Lying on one side, which in Portuguese and English is called lateral, too. */
    boolean onOneSide() {
        return begins("DECUB") && any(LATERAL::contains);
    }

    boolean abdomen() {
        return begins("ABD") && !chest();
    }

    /** A film of a whole newborn. */
    boolean newborn() {
        return begins("BABYGRAM");
    }

    private boolean frontal() {
        return any(FRONTAL::contains) || begins("POSTERO") || begins("ANTERO");
    }

    private boolean chest() {
        return Acceptance.CHEST.stream().anyMatch(this::begins);
    }

    private boolean begins(String start) {
        return any(word -> word.startsWith(start));
    }

    private boolean any(Predicate<String> wanted) {
        return words.stream().anyMatch(wanted);
    }
}
