package br.com.redcheck.dicom;

import java.util.BitSet;

/**
 * One gray frame in the units of its modality, Hounsfield units for CT.
 *
 * @param values {@code rows * columns} numbers, row by row from the top left
 * @param padding which of them are no part of the picture: the scanner filled them with PixelPaddingValue, or hides them behind a display
 *     shutter
 * @param inverted whether the smallest value is to be shown white (MONOCHROME1, or PresentationLUTShape INVERSE)
 */
@SuppressWarnings("ArrayRecordComponent") // millions of values: handed over, not copied
public record GrayFrame(int rows, int columns, float[] values, BitSet padding, boolean inverted) {
    /** The picture for a screen: one byte a pixel, 0 black to 255 white, padding black, MONOCHROME1 inverted. */
    public byte[] display(Voi voi) {
        byte[] shown = new byte[values.length];
        for (int i = 0; i < shown.length; i++) {
            double brightness = voi.brightness(values[i]);
            shown[i] = (byte) Math.rint(255 * (inverted ? 1 - brightness : brightness));
        }
        padding.stream().forEach(i -> shown[i] = 0);
        return shown;
    }
}
