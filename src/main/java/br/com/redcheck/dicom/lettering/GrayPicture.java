package br.com.redcheck.dicom.lettering;

/**
 * A gray picture in any unit; which end of the scale is shown white does not matter.
 *
 * @param values {@code rows * columns} numbers, row by row from the top left
 */
@SuppressWarnings("ArrayRecordComponent") // millions of values: handed over, not copied
public record GrayPicture(int rows, int columns, float[] values) {
    public GrayPicture {
        if (rows < 1 || columns < 1 || values.length != rows * columns) {
            throw new IllegalArgumentException("No picture of this size");
        }
    }

    /** Whether something is left of it at half the size. */
    boolean canBeHalved() {
        return rows > 1 && columns > 1;
    }

    /** The picture at half the size: every value the mean of four. The last odd row and column are dropped. */
    GrayPicture halved() {
        int height = rows / 2;
        int width = columns / 2;
        float[] half = new float[height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 2 * y * columns + 2 * x;
                half[y * width + x] =
                        (values[at] + values[at + 1] + values[at + columns] + values[at + columns + 1]) / 4;
            }
        }
        return new GrayPicture(height, width, half);
    }
}
