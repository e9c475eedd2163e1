package br.com.redcheck.person;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All municipalities of Brazil, found by code or by the first letters of their names. */
public final class Municipalities {
    private static final List<Entry> ALL = load();
    private static final Map<Integer, Municipality> BY_CODE =
            ALL.stream().map(Entry::municipality).collect(Collectors.toMap(Municipality::code, Function.identity()));

    private Municipalities() {}

    /**
     * The municipality of a code.
     *
     * @throws UnknownMunicipality if there is none
     */
    public static Municipality of(int code) {
        return Optional.ofNullable(BY_CODE.get(code)).orElseThrow(UnknownMunicipality::new);
    }

    /**
     * What somebody may mean who has typed so much: every word typed begins a word of the name, or is the state's two letters. Those
     * of exactly this name come first, then capitals, then names that begin like this.
     */
    public static List<Municipality> typed(String text, int most) {
        List<String> words = Spelling.words(text);
        if (words.isEmpty()) {
            return List.of();
        }
        String whole = String.join(" ", words);
        return ALL.stream()
                .filter(entry -> entry.has(words))
                .sorted(Comparator.comparing((Entry entry) -> !entry.folded().equals(whole))
                        .thenComparing(entry -> !entry.capital())
                        .thenComparing(entry -> !entry.folded().startsWith(whole))
                        .thenComparing(Entry::folded))
                .limit(most)
                .map(Entry::municipality)
                .toList();
    }

    /**
     * The one that is meant by what was typed, {@code Campinas - SP} or, where no other has the name, {@code campinas}.
     *
     * @throws UnknownMunicipality if it is none, or one of several
     */
    public static Municipality named(String text) {
        String whole = String.join(" ", Spelling.words(text));
        List<Entry> meant =
                ALL.stream().filter(entry -> entry.written().equals(whole)).toList();
        if (meant.isEmpty()) {
            meant = ALL.stream().filter(entry -> entry.folded().equals(whole)).toList();
        }
        if (meant.size() != 1) {
            throw new UnknownMunicipality();
        }
        return meant.get(0).municipality();
    }

    private record Entry(
            Municipality municipality, boolean capital, List<String> words, String folded, String written) {
        static Entry parse(String line) {
            String[] cells = line.split("\t", -1);
            List<String> words = Spelling.words(cells[1]);
            Municipality municipality = new Municipality(Integer.parseInt(cells[0]), cells[1], Uf.valueOf(cells[2]));
            String folded = String.join(" ", words);
            String written = folded + " " + cells[2].toLowerCase(Locale.ROOT);
            return new Entry(municipality, cells.length > 3, words, folded, written);
        }

        boolean has(List<String> typed) {
            return typed.stream().allMatch(this::has);
        }

        private boolean has(String typed) {
            return words.stream().anyMatch(word -> word.startsWith(typed))
                    || municipality.uf().name().toLowerCase(Locale.ROOT).equals(typed);
        }
    }

    private static List<Entry> load() {
        try (InputStream in =
                        Objects.requireNonNull(Municipalities.class.getResourceAsStream("/person/municipalities.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Entry::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
