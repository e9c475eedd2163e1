package br.com.redcheck.dicom;

import br.com.redcheck.dicom.Leak.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Searches all that can be read as text in a data set. */
final class TextSearch {
    private static final int LONG = 8;

    /** As many digits come up by chance among those of a new UID, and shorter ones as dates and measures. */
    private static final int DIGITS_BY_CHANCE = 9;

    /** Bytes that nobody says are text, but so few that they may be. */
    private static final int FEW_BYTES = 1 << 16;

    private final List<String> texts;
    private final List<Kind> kinds;
    private final Set<String> uids;
    private final ByteSearch search;
    private final Consumer<Leak> leaks;

    TextSearch(KnownIdentity identity, Consumer<Leak> leaks) {
        Map<String, Kind> folded = new LinkedHashMap<>();
        identity.texts().forEach((text, kind) -> folded.putIfAbsent(Words.folded(text), kind));
        this.texts = List.copyOf(folded.keySet());
        this.kinds = new ArrayList<>(folded.values());
        this.uids = identity.uids();
        this.search = ByteSearch.of(texts);
        this.leaks = leaks;
    }

    void search(DataSet set) {
        search(set, "");
    }

    private void search(DataSet set, String path) {
        for (Element element : set) {
            String place = path + "(%04x,%04x)".formatted(Tag.group(element.tag()), Tag.element(element.tag()));
            for (int i = 0; i < element.items().size(); i++) {
                search(element.items().get(i), place + "[" + i + "]");
            }
            readings(element, set).forEach(text -> search(text, element.vr(), place));
            if (element.vr() == Vr.UI && set.strings(element.tag()).stream().anyMatch(uids::contains)) {
                leaks.accept(new Leak(place, Kind.UID));
            }
        }
    }

    /** Everything that the value may say. */
    private static Set<String> readings(Element element, DataSet set) {
        Set<String> readings = new LinkedHashSet<>();
        byte[] value = element.value();
        if (element.vr().isText()) {
            readings.add(String.join("\\", set.strings(element.tag())));
        }
        if (element.vr().isText() || (element.tag() != Tag.PIXEL_DATA && value.length <= FEW_BYTES)) {
            readings.add(new String(value, StandardCharsets.ISO_8859_1));
            readings.add(new String(value, StandardCharsets.UTF_8));
        }
        return readings;
    }

    private void search(String text, Vr vr, String place) {
        byte[] folded = Words.folded(text).getBytes(StandardCharsets.UTF_8);
        search.search(folded, 0, folded.length, (found, from, to) -> {
            boolean alone = !isPartOfWord(folded, from - 1) && !isPartOfWord(folded, to);
            if (counts(found, vr) && (alone || texts.get(found).length() >= LONG)) {
                leaks.accept(new Leak(place, kinds.get(found)));
            }
        });
    }

    /** Whether that text, in a value of that representation, is more than chance. */
    private boolean counts(int text, Vr vr) {
        boolean digits = texts.get(text).length() <= DIGITS_BY_CHANCE
                && texts.get(text).chars().allMatch(Character::isDigit);
        return switch (vr) {
            case UI, DA, DT, TM, DS, IS -> !digits;
            default -> vr.isText() || texts.get(text).length() >= LONG || !digits;
        };
    }

    private static boolean isPartOfWord(byte[] folded, int at) {
        return at >= 0 && at < folded.length && (folded[at] < 0 || Character.isLetterOrDigit(folded[at]));
    }
}
