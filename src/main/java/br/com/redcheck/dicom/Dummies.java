package br.com.redcheck.dicom;

import java.nio.charset.StandardCharsets;

/** Values that are valid for their representation and say nothing. */
final class Dummies {
    private static final String TEXT = "ANONYMIZED";

    private Dummies() {}

    /** Whether a folded word is what stands in the place of text. */
    static boolean isDummy(String folded) {
        return folded.equalsIgnoreCase(TEXT);
    }

    static Element of(int tag, Vr vr) {
        return Element.of(tag, vr, value(vr));
    }

    private static byte[] value(Vr vr) {
        String text = switch (vr) {
            case AS -> "000Y";
            case DA -> "19000101";
            case DT -> "19000101000000";
            case TM -> "000000";
            case DS, IS -> "0";
            case UR -> "urn:none";
            default -> TEXT;
        };
        return vr.isText() ? text.getBytes(StandardCharsets.US_ASCII) : new byte[Math.max(2, vr.unit())];
    }
}
