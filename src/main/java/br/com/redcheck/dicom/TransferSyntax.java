package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadableDicom.Reason;

/**
 * How a data set is written as bytes (PS3.5 annex A).
 *
 * @param uid the transfer syntax UID
 * @param explicitVr whether each element names its value representation
 * @param bigEndian whether numbers begin with their most significant byte
 * @param deflated whether the data set is compressed as a whole
 * @param encapsulated whether pixel data come as compressed fragments
 */
public record TransferSyntax(
        String uid, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated) {
    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2", false, false, false, false);
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.1", true, false, false, false);
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.2", true, true, false, false);
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.1.99", true, false, true, false);

    /** Every standard syntax that is not one of the four plain ones begins so, and is explicit little endian with fragments. */
    private static final String STANDARD = "1.2.840.10008.1.2.";

    /**
     * The syntax of that UID.
     *
     * @throws UnreadableDicom (UNSUPPORTED_TRANSFER_SYNTAX) if it is not one of the standard's
     */
    public static TransferSyntax of(String uid) {
        return switch (uid) {
            case "1.2.840.10008.1.2" -> IMPLICIT_VR_LITTLE_ENDIAN;
            case "1.2.840.10008.1.2.1" -> EXPLICIT_VR_LITTLE_ENDIAN;
            case "1.2.840.10008.1.2.2" -> EXPLICIT_VR_BIG_ENDIAN;
            case "1.2.840.10008.1.2.1.99" -> DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
            case "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205" ->
                new TransferSyntax(uid, true, false, true, false);
            default -> {
                if (!uid.startsWith(STANDARD)) {
                    throw new UnreadableDicom(Reason.UNSUPPORTED_TRANSFER_SYNTAX);
                }
                yield new TransferSyntax(uid, true, false, false, true);
            }
        };
    }
}
