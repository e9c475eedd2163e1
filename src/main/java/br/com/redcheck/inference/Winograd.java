package br.com.redcheck.inference;

/**
 * The transforms of Winograd's convolution F(4x4, 3x3): four by four results of a kernel of three by three with 36 multiplications
 * instead of 144.
 *
 * <p>Y = A<sup>T</sup> [(G g G<sup>T</sup>) * (B<sup>T</sup> d B)] A, where d is a tile of six by six places that overlaps its
 * neighbours by two, g a kernel and * the product of each value with its like. The matrices are those of A. Lavin and S. Gray,
 * "Fast Algorithms for Convolutional Neural Networks", CVPR 2016, section 4.2. Summed over the input channels, the products
 * are 36 products of matrices, one for each {@linkplain #POINTS point} of a transformed tile.
 */
final class Winograd {
    /** Results of a tile, along each side. */
    static final int STEP = 4;

    /** Places that a tile looks at, along each side. */
    static final int SIDE = 6;

    /** Values of a transformed tile. */
    static final int POINTS = SIDE * SIDE;

    private static final int KERNEL = 3;
    private static final double[][] G = {
        {1 / 4.0, 0, 0},
        {-1 / 6.0, -1 / 6.0, -1 / 6.0},
        {-1 / 6.0, 1 / 6.0, -1 / 6.0},
        {1 / 24.0, 1 / 12.0, 1 / 6.0},
        {1 / 24.0, -1 / 12.0, 1 / 6.0},
        {0, 0, 1}
    };

    private Winograd() {}

    /**
     * G g G<sup>T</sup>.
     *
     * @param kernels by output channel, input channel, row, column
     * @return by point, output channel, input channel
     */
    static float[] kernels(float[] kernels, int in, int out) {
        int count = in * out;
        float[] transformed = new float[POINTS * count];
        double[][] down = new double[SIDE][KERNEL];
        for (int kernel = 0; kernel < count; kernel++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < KERNEL; x++) {
                    int from = kernel * KERNEL * KERNEL + x;
                    down[y][x] = weighted(G[y], kernels[from], kernels[from + KERNEL], kernels[from + 2 * KERNEL]);
                }
                for (int x = 0; x < SIDE; x++) {
                    transformed[(y * SIDE + x) * count + kernel] =
                            (float) weighted(G[x], down[y][0], down[y][1], down[y][2]);
                }
            }
        }
        return transformed;
    }

    private static double weighted(double[] weights, double first, double second, double third) {
        return weights[0] * first + weights[1] * second + weights[2] * third;
    }

    /**
     * B<sup>T</sup> d, for a row of tiles.
     *
     * @param rows six rows of places; afterwards the transformed ones
     */
    static void inputDown(float[][] rows, int length) {
        float[] r0 = rows[0];
        float[] r1 = rows[1];
        float[] r2 = rows[2];
        float[] r3 = rows[3];
        float[] r4 = rows[4];
        float[] r5 = rows[5];
        for (int i = 0; i < length; i++) {
            float d1 = r1[i];
            float d2 = r2[i];
            float d3 = r3[i];
            float d4 = r4[i];
            float even = d4 - 4 * d2;
            float odd = d3 - 4 * d1;
            float half = d4 - d2;
            float twice = 2 * (d3 - d1);
            r0[i] = 4 * r0[i] - 5 * d2 + d4;
            r1[i] = even + odd;
            r2[i] = even - odd;
            r3[i] = half + twice;
            r4[i] = half - twice;
            r5[i] = 4 * d1 - 5 * d3 + r5[i];
        }
    }

    /**
     * (B<sup>T</sup> d) B, for a row of tiles.
     *
     * @param row a row of {@code 4 * tiles + 2} places that {@link #inputDown} made, channels fastest
     * @param points six points, each by tile and channel
     */
    static void inputAcross(float[] row, int tiles, int channels, float[][] points) {
        float[] v0 = points[0];
        float[] v1 = points[1];
        float[] v2 = points[2];
        float[] v3 = points[3];
        float[] v4 = points[4];
        float[] v5 = points[5];
        for (int tile = 0; tile < tiles; tile++) {
            int from = STEP * tile * channels;
            int to = tile * channels;
            for (int c = 0; c < channels; c++) {
                float d1 = row[from + channels + c];
                float d2 = row[from + 2 * channels + c];
                float d3 = row[from + 3 * channels + c];
                float d4 = row[from + 4 * channels + c];
                float even = d4 - 4 * d2;
                float odd = d3 - 4 * d1;
                float half = d4 - d2;
                float twice = 2 * (d3 - d1);
                v0[to + c] = 4 * row[from + c] - 5 * d2 + d4;
                v1[to + c] = even + odd;
                v2[to + c] = even - odd;
                v3[to + c] = half + twice;
                v4[to + c] = half - twice;
                v5[to + c] = 4 * d1 - 5 * d3 + row[from + 5 * channels + c];
            }
        }
    }

    /**
     * A<sup>T</sup> m, for one column of the points of a row of tiles.
     *
     * @param points six points, each by tile and channel
     * @param sums by row of results, by column of points, by tile and channel
     */
    static void outputDown(float[][] points, int length, float[][][] sums, int column) {
        float[] m0 = points[0];
        float[] m1 = points[1];
        float[] m2 = points[2];
        float[] m3 = points[3];
        float[] m4 = points[4];
        float[] m5 = points[5];
        float[] s0 = sums[0][column];
        float[] s1 = sums[1][column];
        float[] s2 = sums[2][column];
        float[] s3 = sums[3][column];
        for (int i = 0; i < length; i++) {
            float even = m1[i] + m2[i];
            float odd = m1[i] - m2[i];
            float farEven = m3[i] + m4[i];
            float farOdd = m3[i] - m4[i];
            s0[i] = m0[i] + even + farEven;
            s1[i] = odd + 2 * farOdd;
            s2[i] = even + 4 * farEven;
            s3[i] = odd + 8 * farOdd + m5[i];
        }
    }

    /**
     * (A<sup>T</sup> m) A, for a row of results, with the bias.
     *
     * @param sums six columns that {@link #outputDown} made
     * @param row {@code 4 * tiles} places, channels fastest
     */
    static void outputAcross(float[][] sums, int tiles, float[] bias, float[] row) {
        float[] s0 = sums[0];
        float[] s1 = sums[1];
        float[] s2 = sums[2];
        float[] s3 = sums[3];
        float[] s4 = sums[4];
        float[] s5 = sums[5];
        int channels = bias.length;
        for (int tile = 0; tile < tiles; tile++) {
            int from = tile * channels;
            int to = STEP * from;
            for (int c = 0; c < channels; c++) {
                float even = s1[from + c] + s2[from + c];
                float odd = s1[from + c] - s2[from + c];
                float farEven = s3[from + c] + s4[from + c];
                float farOdd = s3[from + c] - s4[from + c];
                row[to + c] = s0[from + c] + even + farEven + bias[c];
                row[to + channels + c] = odd + 2 * farOdd + bias[c];
                row[to + 2 * channels + c] = even + 4 * farEven + bias[c];
                row[to + 3 * channels + c] = odd + 8 * farOdd + s5[from + c] + bias[c];
            }
        }
    }
}
