package br.com.redcheck.dicom;

import br.com.redcheck.dicom.Leak.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Searches all that can be read as text in a data set. */
final class TextSearch {
    private static final byte ESCAPE = 0x1B;

    /** As many digits come up by chance among those of a new UID, and shorter ones as dates and measures. */
    private static final int DIGITS_BY_CHANCE = 9;

    /** Bytes that nobody says are text, but so few that they may be. */
    private static final int FEW_BYTES = 1 << 16;

    private static final Pattern UID = Pattern.compile("[0-9]{1,64}(\\.[0-9]{1,64}){2,64}");

    private final Needles needles;
    private final Set<String> uids;
    private final Consumer<Leak> leaks;

    TextSearch(Needles needles, Set<String> uids, Consumer<Leak> leaks) {
        this.needles = needles;
        this.uids = uids;
        this.leaks = leaks;
    }

    void search(DataSet set) {
        search(set, "");
    }

    private void search(DataSet set, String path) {
        for (Element element : set) {
            String place = path + place(element.tag());
            for (int i = 0; i < element.items().size(); i++) {
                search(element.items().get(i), place + "[" + i + "]");
            }
            readings(element, set).forEach(text -> search(text, element.vr(), place));
        }
    }

    private static String place(int tag) {
        HexFormat hex = HexFormat.of();
        return "(" + hex.toHexDigits((short) Tag.group(tag)) + "," + hex.toHexDigits((short) Tag.element(tag)) + ")";
    }

    /** Everything that the value may say. */
    private static Set<String> readings(Element element, DataSet set) {
        byte[] value = element.value();
        boolean text = element.vr().isText();
        boolean few = element.tag() != Tag.PIXEL_DATA && value.length >= Needles.LONG && value.length <= FEW_BYTES;
        if (!text && !few) {
            return Set.of();
        }
        Set<String> readings = new LinkedHashSet<>();
        readings.add(new String(value, StandardCharsets.ISO_8859_1));
        if (!isAscii(value)) {
            readings.add(new String(value, StandardCharsets.UTF_8));
            readings.add(String.join("\\", set.strings(element.tag())));
        }
        return readings;
    }

    /** Without escape sequences such bytes say the same in every character set but a few, where they are no Latin letters. */
    private static boolean isAscii(byte[] value) {
        for (byte character : value) {
            if (character < 0 || character == ESCAPE) {
                return false;
            }
        }
        return true;
    }

    private void search(String text, Vr vr, String place) {
        byte[] folded = Words.folded(text).getBytes(StandardCharsets.UTF_8);
        needles.search().search(folded, 0, folded.length, (found, from, to) -> {
            boolean alone = !isPartOfWord(folded, from - 1) && !isPartOfWord(folded, to);
            if (counts(needles.texts().get(found), vr)
                    && (alone || needles.texts().get(found).length() >= Needles.LONG)) {
                leaks.accept(new Leak(place, needles.kinds().get(found)));
            }
        });
        if (text.indexOf('.') >= 0
                && UID.matcher(text).results().map(MatchResult::group).anyMatch(uids::contains)) {
            leaks.accept(new Leak(place, Kind.UID));
        }
    }

    /** Whether that text, in a value of that representation, is more than chance. */
    private static boolean counts(String text, Vr vr) {
        boolean digits = text.length() <= DIGITS_BY_CHANCE && text.chars().allMatch(Character::isDigit);
        return switch (vr) {
            case UI, DA, DT, TM, DS, IS -> !digits;
            default -> vr.isText() || text.length() >= Needles.LONG || !digits;
        };
    }

    private static boolean isPartOfWord(byte[] folded, int at) {
        return at >= 0 && at < folded.length && (folded[at] < 0 || Character.isLetterOrDigit(folded[at]));
    }
}
