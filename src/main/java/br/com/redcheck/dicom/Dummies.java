package br.com.redcheck.dicom;

import java.nio.charset.StandardCharsets;

/** Values that are valid for their representation and say nothing. */
final class Dummies {
    private Dummies() {}

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
            default -> "ANONYMIZED";
        };
        return vr.isText() ? text.getBytes(StandardCharsets.US_ASCII) : new byte[Math.max(2, vr.unit())];
    }
}
