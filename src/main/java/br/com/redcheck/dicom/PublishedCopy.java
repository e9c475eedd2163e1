package br.com.redcheck.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Copies of de-identified images that go out to everybody, and in their headers have nothing in common with those they come from, nor
 * with another copy of the same: every UID of an object is a fresh one, every date and time is empty, the age is that of the decade,
 * texts are gone but those that name a machine or a method, and so is all that is private. The pixels are the same.
 *
 * <p>One object of this class copies one exam: its UIDs keep pointing at each other. Not safe for several threads.
 */
public final class PublishedCopy {
    private static final int AGE_STEP = 10;
    private static final Set<Integer> KEPT_TEXTS = Set.of(
            Tag.MANUFACTURER,
            Tag.MANUFACTURER_MODEL_NAME,
            Tag.CONVOLUTION_KERNEL,
            Tag.DEIDENTIFICATION_METHOD,
            Tag.CODE_VALUE,
            Tag.CODING_SCHEME_DESIGNATOR,
            Tag.CODING_SCHEME_VERSION,
            Tag.CODE_MEANING,
            Tag.RESCALE_TYPE);

    private final String patient;
    private final Map<String, String> uids = new HashMap<>();

    /** @param patient what stands for the patient's name and id in the copies; nothing of the patient's */
    public PublishedCopy(String patient) {
        this.patient = patient;
    }

    /** One image's copy. */
    public DicomObject of(DicomObject image) {
        DataSet copy = copied(image.dataSet());
        copy.putString(Tag.PATIENT_NAME, Vr.PN, patient);
        copy.putString(Tag.PATIENT_ID, Vr.LO, patient);
        return new DicomObject(image.transferSyntax(), copy);
    }

    private DataSet copied(DataSet original) {
        DataSet copy = new DataSet();
        original.stream()
                .filter(element -> !Tag.isPrivate(element.tag()))
                .forEach(element -> copy(original, element, copy));
        return copy;
    }

    private void copy(DataSet original, Element element, DataSet copy) {
        switch (element.vr()) {
            case SQ ->
                copy.put(Element.sequence(
                        element.tag(),
                        element.items().stream().map(this::copied).toList()));
            case UI -> copy.putString(element.tag(), Vr.UI, fresh(original.strings(element.tag())));
            case DA, TM, DT -> copy.put(empty(element));
            case AS ->
                copy.putString(
                        element.tag(),
                        Vr.AS,
                        decade(original.string(element.tag()).orElse("")));
            case LO, LT, PN, SH, ST, UC, UR, UT, UN ->
                copy.put(KEPT_TEXTS.contains(element.tag()) ? element : empty(element));
            default -> copy.put(element);
        }
    }

    private String[] fresh(List<String> originals) {
        return originals.stream()
                .map(uid -> Pseudonyms.isWellKnown(uid) ? uid : uids.computeIfAbsent(uid, any -> random()))
                .toArray(String[]::new);
    }

    /** A UID made of 128 random bits (PS3.5 B.2). */
    private static String random() {
        UUID chance = UUID.randomUUID();
        byte[] bits = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(chance.getMostSignificantBits())
                .putLong(chance.getLeastSignificantBits())
                .array();
        return "2.25." + new BigInteger(1, bits);
    }

    /** Forty for forty-five; younger than a year, and of an unknown unit, is nought. */
    private static String decade(String age) {
        if (age.isEmpty()) {
            return "";
        }
        boolean years = age.matches("[0-9]{3}Y");
        int decade = years ? Integer.parseInt(age.substring(0, 3)) / AGE_STEP * AGE_STEP : 0;
        return "%03dY".formatted(decade);
    }

    private static Element empty(Element element) {
        return Element.of(element.tag(), element.vr(), new byte[0]);
    }
}
