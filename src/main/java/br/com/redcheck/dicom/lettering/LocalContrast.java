package br.com.redcheck.dicom.lettering;

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
    private final double[] sums;
    private final double[] squares;

    private LocalContrast(GrayPicture picture) {
        this.picture = picture;
        sums = new double[picture.columns() + 1];
        squares = new double[picture.columns() + 1];
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
                accumulate(columnSums, columnSquares);
                int height = Math.min(rows - 1, y + REACH) - Math.max(0, y - REACH) + 1;
                row(y, height, contrast);
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

    private void accumulate(double[] columnSums, double[] columnSquares) {
        for (int x = 0; x < columnSums.length; x++) {
            sums[x + 1] = sums[x] + columnSums[x];
            squares[x + 1] = squares[x] + columnSquares[x];
        }
    }

    private void row(int y, int height, float[] contrast) {
        int columns = picture.columns();
        for (int x = 0; x < columns; x++) {
            int left = Math.max(0, x - REACH);
            int right = Math.min(columns, x + REACH + 1);
            double share = 1.0 / (height * (right - left));
            double mean = (sums[right] - sums[left]) * share;
            double variance = (squares[right] - squares[left]) * share - mean * mean;
            float deviation = (float) Math.sqrt(Math.max(0, variance));
            float distance = picture.values()[y * columns + x] - (float) mean;
            contrast[y * columns + x] = Math.max(-MOST, Math.min(MOST, distance / (deviation + EVEN)));
        }
    }
}
