package br.com.redcheck.exam;

import br.com.redcheck.dicom.TransferSyntax;

/** What the viewer in the browser shows, as was found by putting all that we have in front of it (src/docs/viewer.md). */
final class Viewable {
    private static final TransferSyntax RLE = TransferSyntax.of("1.2.840.10008.1.2.5");

    private Viewable() {}

    /** It takes samples of one and of 32 bits for what they are not where these lie big endian or in run lengths. */
    static boolean asItIs(TransferSyntax syntax, int bitsAllocated) {
        boolean odd = bitsAllocated != 8 && bitsAllocated != 16;
        return !(odd && (syntax.bigEndian() || syntax.equals(RLE)));
    }
}
