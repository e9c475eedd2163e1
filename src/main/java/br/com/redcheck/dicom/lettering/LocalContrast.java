package br.com.redcheck.dicom.lettering;

import java.util.Arrays;

/**
 * How much each pixel stands out of its surroundings: its distance from the mean of a square around it, in units of the deviation
 * there. Faint letters on a dark lung and white ones on a bright border come out alike.
 */
final class LocalContrast {
    /** The square reaches so far to each side, in pixels. */
    private static final int REACH = 12;

    /** Added to the deviation, so that the grain of an even surface stays small; in 255ths of the picture's range. */
    private static final float EVEN = 6;

    private static final float MOST = 4;

    private final GrayPicture picture;

    /** One over the columns of the square around each column; fewer at the edges. */
    private final double[] shares;

    /** From the left edge to each column, with room on both sides for squares that reach over the edges. */
    private final double[] sums;

    private final double[] squares;
    private final float[] means;
    private final float[] variances;
    private final float[] line;

    private LocalContrast(GrayPicture picture) {
        int columns = picture.columns();
        this.picture = picture;
        sums = new double[columns + 2 * REACH + 1];
        squares = new double[columns + 2 * REACH + 1];
        shares = new double[columns];
        Arrays.setAll(shares, x -> 1.0 / (Math.min(columns - 1, x + REACH) - Math.max(0, x - REACH) + 1));
        means = new float[columns];
        variances = new float[columns];
        line = new float[columns];
    }

    /** The numbers for a picture of values from 0 to 255. */
    static float[] of(GrayPicture picture) {
        return new LocalContrast(picture).measured();
    }

    private float[] measured() {
        int rows = picture.rows();
        int columns = picture.columns();
        float[] contrast = new float[rows * columns];
        double[] columnSums = new double[columns];
        double[] columnSquares = new double[columns];
        for (int y = -REACH; y < rows; y++) {
            move(columnSums, columnSquares, y + REACH, 1);
            move(columnSums, columnSquares, y - REACH - 1, -1);
            if (y >= 0) {
                accumulate(columnSums, sums);
                accumulate(columnSquares, squares);
                measure(Math.min(rows - 1, y + REACH) - Math.max(0, y - REACH) + 1);
                System.arraycopy(picture.values(), y * columns, line, 0, columns);
                compare();
                System.arraycopy(line, 0, contrast, y * columns, columns);
            }
        }
        return contrast;
    }

    private void move(double[] columnSums, double[] columnSquares, int y, int sign) {
        if (y < 0 || y >= picture.rows()) {
            return;
        }
        int row = y * picture.columns();
        for (int x = 0; x < columnSums.length; x++) {
            double value = picture.values()[row + x];
            columnSums[x] += sign * value;
            columnSquares[x] += sign * value * value;
        }
    }

    private static void accumulate(double[] ofColumns, double[] upTo) {
        double sum = 0;
        for (int x = 0; x < ofColumns.length; x++) {
            sum += ofColumns[x];
            upTo[REACH + 1 + x] = sum;
        }
        Arrays.fill(upTo, REACH + 1 + ofColumns.length, upTo.length, sum);
    }

    private void measure(int height) {
        int width = 2 * REACH + 1;
        for (int x = 0; x < means.length; x++) {
            double share = shares[x] / height;
            double mean = (sums[x + width] - sums[x]) * share;
            means[x] = (float) mean;
            variances[x] = (float) ((squares[x + width] - squares[x]) * share - mean * mean);
        }
    }

    /** A loop over whole arrays of one type, which the compiler makes vector instructions of. */
    private void compare() {
        for (int x = 0; x < line.length; x++) {
            float deviation = (float) Math.sqrt(Math.max(0, variances[x]));
            line[x] = Math.max(-MOST, Math.min(MOST, (line[x] - means[x]) / (deviation + EVEN)));
        }
    }
}
