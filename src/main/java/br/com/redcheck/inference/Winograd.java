package br.com.redcheck.inference;

/**
 * The transforms of Winograd's convolution F(2x2, 3x3): two by two results of a kernel of three by three with 16 multiplications
 * instead of 36.
 *
 * <p>Y = A<sup>T</sup> [(G g G<sup>T</sup>) * (B<sup>T</sup> d B)] A, where d is a tile of four by four places that overlaps its
 * neighbours by two, g a kernel and * the product of each value with its like. The matrices are those of A. Lavin and S. Gray,
 * "Fast Algorithms for Convolutional Neural Networks", CVPR 2016, section 4.1. Summed over the input channels, the products
 * are 16 products of matrices, one for each {@linkplain #POINTS point} of a transformed tile.
 */
final class Winograd {
    /** Results of a tile, along each side. */
    static final int STEP = 2;

    /** Places that a tile looks at, along each side. */
    static final int SIDE = 4;

    /** Values of a transformed tile. */
    static final int POINTS = SIDE * SIDE;

    private static final int KERNEL = 3;
    private static final double[][] G = {{1, 0, 0}, {0.5, 0.5, 0.5}, {0.5, -0.5, 0.5}, {0, 0, 1}};

    private Winograd() {}

    /**
     * G g G<sup>T</sup>.
     *
     * @param kernels by output channel, input channel, row, column
     * @return by point, input channel, output channel
     */
    static float[] kernels(float[] kernels, int in, int out) {
        float[] transformed = new float[POINTS * in * out];
        for (int point = 0; point < POINTS; point++) {
            double[] down = G[point / SIDE];
            double[] across = G[point % SIDE];
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    int from = (o * in + i) * KERNEL * KERNEL;
                    transformed[(point * in + i) * out + o] = (float) weighted(kernels, from, down, across);
                }
            }
        }
        return transformed;
    }

    private static double weighted(float[] kernels, int from, double[] down, double[] across) {
        double sum = 0;
        for (int y = 0; y < KERNEL; y++) {
            for (int x = 0; x < KERNEL; x++) {
                sum += down[y] * across[x] * kernels[from + y * KERNEL + x];
            }
        }
        return sum;
    }

    /**
     * B<sup>T</sup> d, for a row of tiles.
     *
     * @param rows four rows of places; afterwards the transformed ones
     */
    static void inputDown(float[][] rows, int length) {
        float[] r0 = rows[0];
        float[] r1 = rows[1];
        float[] r2 = rows[2];
        float[] r3 = rows[3];
        for (int i = 0; i < length; i++) {
            float d1 = r1[i];
            float d2 = r2[i];
            r0[i] -= d2;
            r1[i] = d1 + d2;
            r2[i] = d2 - d1;
            r3[i] = d1 - r3[i];
        }
    }

    /**
     * (B<sup>T</sup> d) B, for a row of tiles.
     *
     * @param row a row of {@code 2 * tiles + 2} places that {@link #inputDown} made, channels fastest
     * @param points four points, each by tile and channel
     */
    static void inputAcross(float[] row, int tiles, int channels, float[][] points) {
        float[] v0 = points[0];
        float[] v1 = points[1];
        float[] v2 = points[2];
        float[] v3 = points[3];
        for (int tile = 0; tile < tiles; tile++) {
            int from = STEP * tile * channels;
            int to = tile * channels;
            for (int c = 0; c < channels; c++) {
                float d1 = row[from + channels + c];
                float d2 = row[from + 2 * channels + c];
                v0[to + c] = row[from + c] - d2;
                v1[to + c] = d1 + d2;
                v2[to + c] = d2 - d1;
                v3[to + c] = d1 - row[from + 3 * channels + c];
            }
        }
    }

    /**
     * A<sup>T</sup> m, for a row of tiles.
     *
     * @param points four points, each by tile and channel
     * @param upper the sums that the upper row of results is made of, by tile and channel
     * @param lower the same of the lower row
     */
    static void outputDown(float[][] points, int length, float[] upper, float[] lower) {
        float[] m0 = points[0];
        float[] m1 = points[1];
        float[] m2 = points[2];
        float[] m3 = points[3];
        for (int i = 0; i < length; i++) {
            float m1i = m1[i];
            float m2i = m2[i];
            upper[i] = m0[i] + m1i + m2i;
            lower[i] = m1i - m2i - m3[i];
        }
    }

    /**
     * (A<sup>T</sup> m) A, for a row of results, with the bias.
     *
     * @param sums four rows that {@link #outputDown} made
     * @param row {@code 2 * tiles} places, channels fastest
     */
    static void outputAcross(float[][] sums, int tiles, float[] bias, float[] row) {
        float[] s0 = sums[0];
        float[] s1 = sums[1];
        float[] s2 = sums[2];
        float[] s3 = sums[3];
        int channels = bias.length;
        for (int tile = 0; tile < tiles; tile++) {
            int from = tile * channels;
            int to = STEP * from;
            for (int c = 0; c < channels; c++) {
                float m1 = s1[from + c];
                float m2 = s2[from + c];
                row[to + c] = s0[from + c] + m1 + m2 + bias[c];
                row[to + channels + c] = m1 - m2 - s3[from + c] + bias[c];
            }
        }
    }
}
