package br.com.redcheck.inference;

/**
 * How a picture is held otherwise: turned, cut at its edges, seen from behind. What lies outside is filled with the nearest pixel of the
 * edge, so that no black corners come in.
 *
 * @param degrees by how much it is turned, clockwise
 * @param part of width and height that stays, 1 for all
 * @param mirrored whether left and right change places
 * @param right by which part of the width what is cut out lies off the middle
 * @param down by which part of the height
 */
record Motion(double degrees, double part, boolean mirrored, double right, double down) {
    static Motion turned(double degrees) {
        return new Motion(degrees, 1, false, 0, 0);
    }

    /** @param part of width and height that is cut away, half of it at either end */
    static Motion cropped(double part) {
        return new Motion(0, 1 - part, false, 0, 0);
    }

    /** Left and right change places. */
    static Motion mirror() {
        return new Motion(0, 1, true, 0, 0);
    }

    /**
     * The moved picture, of the same size, by bilinear interpolation.
     *
     * @param aspect how wide a pixel is beside its height
     */
    float[] of(float[] values, int rows, int columns, double aspect) {
        double sine = Math.sin(Math.toRadians(degrees));
        double cosine = Math.cos(Math.toRadians(degrees));
        float[] moved = new float[values.length];
        for (int row = 0; row < rows; row++) {
            double y = (row + 0.5 - rows / 2.0) * part;
            for (int column = 0; column < columns; column++) {
                double x = (column + 0.5 - columns / 2.0) * (mirrored ? -part : part);
                moved[row * columns + column] = at(
                        values,
                        rows,
                        columns,
                        rows * (0.5 + down) + cosine * y - sine * x * aspect - 0.5,
                        columns * (0.5 + right) + sine * y / aspect + cosine * x - 0.5);
            }
        }
        return moved;
    }

    private static float at(float[] values, int rows, int columns, double row, double column) {
        double y = Math.min(Math.max(row, 0), rows - 1.0);
        double x = Math.min(Math.max(column, 0), columns - 1.0);
        int top = Math.min((int) y, Math.max(rows - 2, 0));
        int left = Math.min((int) x, Math.max(columns - 2, 0));
        int below = Math.min(top + 1, rows - 1) * columns;
        int beside = Math.min(left + 1, columns - 1);
        double upper = mix(values[top * columns + left], values[top * columns + beside], x - left);
        double lower = mix(values[below + left], values[below + beside], x - left);
        return (float) mix(upper, lower, y - top);
    }

    private static double mix(double one, double other, double part) {
        return one + part * (other - one);
    }
}
