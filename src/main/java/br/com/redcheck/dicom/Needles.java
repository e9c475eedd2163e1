package br.com.redcheck.dicom;

import br.com.redcheck.dicom.Leak.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is looked for, made ready for the search. Safe for several threads.
 *
 * @param texts as they are looked for
 * @param kinds what each is
 */
record Needles(List<String> texts, List<Kind> kinds, ByteSearch search) {
    /** Anything this long is found within anything. */
    static final int LONG = 8;

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /** For folded text in UTF-8. */
    static Needles folded(Map<String, Kind> texts) {
        Map<String, Kind> folded = new LinkedHashMap<>();
        texts.forEach((text, kind) -> folded.putIfAbsent(Words.folded(text), kind));
        List<byte[]> bytes = folded.keySet().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        return new Needles(List.copyOf(folded.keySet()), List.copyOf(folded.values()), new ByteSearch(bytes));
    }

    /** For bytes of any encoding; only long ones. ASCII letters are found in either case, others must be learnt in both. */
    static Needles written(Map<String, Kind> texts) {
        List<String> forms = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        Set<String> known = new HashSet<>();
        texts.forEach((text, kind) -> forms(text)
                .forEach(form -> ENCODINGS.forEach(charset -> {
                    byte[] encoded = form.getBytes(charset);
                    boolean exact = new String(encoded, charset).equals(form);
                    if (exact && known.add(new String(encoded, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))) {
                        forms.add(form);
                        kinds.add(kind);
                        bytes.add(encoded);
                    }
                })));
        return new Needles(List.copyOf(forms), List.copyOf(kinds), new ByteSearch(bytes));
    }

    private static Set<String> forms(String text) {
        if (text.length() < LONG) {
            return Set.of();
        }
        return new LinkedHashSet<>(
                List.of(text, Words.folded(text), text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)));
    }
}
