package br.com.redcheck.dicom.decoder;

/**
 * How large a picture is that comes out of a decoder.
 *
 * @param components samples of a pixel
 * @param precision bits of a sample, 1 to 16
 */
public record PictureSize(int rows, int columns, int components, int precision) {
    /** More than what a decoder that works in blocks rounds the picture up to. */
    private static final int PADDING = 256;

    long paddedPixels() {
        return (long) (rows + PADDING) * (columns + PADDING);
    }

    long pixels() {
        return (long) rows * columns;
    }

    long samples() {
        return pixels() * components;
    }

    int bytesPerSample() {
        return precision > 8 ? 2 : 1;
    }
}
