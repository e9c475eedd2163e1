package br.com.redcheck.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The Basic Application Level Confidentiality Profile: what becomes of each element (PS3.15 table E.1-1, column "Basic Prof.").
 *
 * <p>Where the table leaves the action to the module that the element stands in (X/Z, X/D, Z/D, X/Z/D, X/Z/U*), the last is
 * taken: it is the one that leaves an object valid wherever the element stands, and none of them leaves the original value.
 */
final class ConfidentialityProfile {
    private static final String RESOURCE = "/dicom/basic-profile.tsv";
    private static final int FIRST_DATA_GROUP = 0x0008;

    private static final class Loaded {
        private static final Map<Integer, DeidentificationAction> ACTIONS = load();
    }

    private ConfidentialityProfile() {}

    static DeidentificationAction action(Element element) {
        int tag = element.tag();
        if (Tag.isPrivate(tag) || Tag.group(tag) < FIRST_DATA_GROUP || isCurveOrOverlay(tag)) {
            return DeidentificationAction.REMOVE;
        }
        DeidentificationAction listed = Loaded.ACTIONS.get(tag);
        return listed == null ? unlisted(element) : listed;
    }

    /** Groups 50xx and 60xx, of which the table names only what they must lose: without it the rest means nothing. */
    private static boolean isCurveOrOverlay(int tag) {
        int repeating = Tag.group(tag) & 0xFF00;
        return repeating == 0x5000 || repeating == 0x6000;
    }

    private static DeidentificationAction unlisted(Element element) {
        if (Dictionary.keyword(element.tag()).isEmpty() || hidesSequence(element)) {
            return DeidentificationAction.REMOVE; // nobody can tell what it says
        }
        return element.vr() == Vr.UI ? DeidentificationAction.REPLACE_UID : DeidentificationAction.KEEP;
    }

    /** Whether what the standard makes a sequence comes as plain bytes, in which names may hide. */
    private static boolean hidesSequence(Element element) {
        return element.vr() != Vr.SQ && Dictionary.vr(element.tag(), new DataSet()) == Vr.SQ;
    }

    private static Map<Integer, DeidentificationAction> load() {
        try (InputStream in = Objects.requireNonNull(ConfidentialityProfile.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(
                            columns -> Integer.parseUnsignedInt(columns[0], 16),
                            columns -> DeidentificationAction.of(columns[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
