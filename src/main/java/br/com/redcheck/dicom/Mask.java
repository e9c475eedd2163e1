package br.com.redcheck.dicom;

/**
 * A rectangle of one frame that is covered, because what is drawn there may tell who somebody is.
 *
 * @param frame from 0
 * @param x the leftmost column, in stored pixels from 0
 * @param y the topmost row, in stored pixels from 0
 */
public record Mask(int frame, int x, int y, int width, int height) {
    public Mask {
        if (frame < 0 || x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("No rectangle of a frame");
        }
    }
}
