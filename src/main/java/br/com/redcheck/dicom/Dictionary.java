package br.com.redcheck.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data elements of PS3.6: what each tag is called and how its values are represented. Loaded when first asked. */
public final class Dictionary {
    private static final String RESOURCE = "/dicom/dictionary.tsv";

    private record Entry(String representation, String keyword) {}

    private final Map<Integer, Entry> entries = new HashMap<>();
    /** Repeating groups and elements, such as 60xx3000, by the tag with its x as 0; two masks cover them all. */
    private final Map<Integer, Map<Integer, Entry>> repeating = new HashMap<>();

    private final Map<String, Integer> tags = new HashMap<>();

    private static final class Loaded {
        private static final Dictionary DICTIONARY = load();
    }

    private Dictionary() {}

    /** The keyword of a standard element, such as {@code PatientName}; empty for private and unknown ones. */
    public static Optional<String> keyword(int tag) {
        return Optional.ofNullable(Loaded.DICTIONARY.entry(tag)).map(Entry::keyword);
    }

    /** The tag of that keyword; empty if there is none or if it names a repeating group. */
    public static Optional<Integer> tag(String keyword) {
        return Optional.ofNullable(Loaded.DICTIONARY.tags.get(keyword));
    }

    /**
     * The representation of an element that does not name its own.
     *
     * @param context where the element stands: its pixel representation decides between US and SS
     * @return UN if the element is unknown
     */
    static Vr vr(int tag, DataSet context) {
        if (Tag.isGroupLength(tag)) {
            return Vr.UL;
        }
        if (Tag.isPrivate(tag)) {
            return Tag.element(tag) >= 0x10 && Tag.element(tag) <= 0xFF ? Vr.LO : Vr.UN;
        }
        Entry entry = Loaded.DICTIONARY.entry(tag);
        return entry == null ? Vr.UN : resolved(entry.representation(), context);
    }

    private static Vr resolved(String representation, DataSet context) {
        if (representation.contains("OW")) {
            return Vr.OW; // implicit little endian has no other way (PS3.5 A.1)
        }
        if (representation.startsWith("US or SS")) {
            return context.pixelsAreSigned() ? Vr.SS : Vr.US;
        }
        return Objects.requireNonNullElse(Vr.named(representation), Vr.UN);
    }

    private @Nullable Entry entry(int tag) {
        Entry exact = entries.get(tag);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<Integer, Map<Integer, Entry>> masked : repeating.entrySet()) {
            Entry entry = masked.getValue().get(tag & masked.getKey());
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    private static Dictionary load() {
        Dictionary dictionary = new Dictionary();
        try (InputStream in = Objects.requireNonNull(Dictionary.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .filter(columns -> !columns[1].isEmpty())
                    .forEach(dictionary::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dictionary;
    }

    private void add(String[] columns) {
        String tag = columns[0].toLowerCase(Locale.ROOT);
        Entry entry = new Entry(columns[1], columns[3]);
        int value = Integer.parseUnsignedInt(tag.replace('x', '0'), 16);
        if (tag.contains("x")) {
            int mask = Integer.parseUnsignedInt(tag.replaceAll("[0-9a-f]", "f").replace('x', '0'), 16);
            repeating.computeIfAbsent(mask, none -> new HashMap<>()).put(value, entry);
        } else {
            entries.put(value, entry);
            tags.put(entry.keyword(), value);
        }
    }
}
