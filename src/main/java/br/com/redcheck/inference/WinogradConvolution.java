package br.com.redcheck.inference;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * A convolution of three by three that keeps the size of its input, with what follows it, by {@link Winograd}.
 *
 * <p>Inputs and results are arrays by picture, row, column and channel. Rows of tiles are shared out among the workers in blocks that
 * stay in the processor's caches; for each, the transformed input and the products lie in the worker's memory.
 */
final class WinogradConvolution {
    private static final int TILES = 256;

    private final int in;
    private final int out;
    private final FloatPointer kernels;
    private final float[] bias;
    private final Activation activation;

    /** The sizes of an input. */
    record Size(int pictures, int height, int width) {
        int tilesDown() {
            return (height + 1) / Winograd.STEP;
        }

        int tilesAcross() {
            return (width + 1) / Winograd.STEP;
        }
    }

    /**
     * @param kernels by output channel, input channel, row, column
     * @param activation what follows
     */
    WinogradConvolution(float[] kernels, float[] bias, Activation activation) {
        this.out = bias.length;
        this.in = kernels.length / (9 * out);
        this.kernels = new FloatPointer(Winograd.kernels(kernels, in, out));
        this.bias = bias;
        this.activation = activation;
        Blas.load();
    }

    /** Computes the results of an input. */
    void compute(Workers workers, FloatPointer input, FloatPointer results, Size size) {
        int rows = size.pictures() * size.tilesDown();
        int wanted = (rows * size.tilesAcross() + TILES - 1) / TILES;
        int parts = Math.min(rows, (wanted + workers.count() - 1) / workers.count() * workers.count());
        workers.share(parts, (part, scratch) -> {
            int from = (int) ((long) part * rows / parts);
            int to = (int) ((long) (part + 1) * rows / parts);
            new Block(new FloatPointer(input), new FloatPointer(results), size, from, to, scratch).compute();
        });
    }

    /** Some rows of tiles. */
    private final class Block {
        private final FloatPointer input;
        private final FloatPointer results;
        private final Size size;
        private final int from;
        private final int to;
        private final Scratch scratch;
        private final int tiles;
        private final int across;
        private final FloatPointer inputs;
        private final FloatPointer products;

        Block(FloatPointer input, FloatPointer results, Size size, int from, int to, Scratch scratch) {
            this.input = input;
            this.results = results;
            this.size = size;
            this.from = from;
            this.to = to;
            this.scratch = scratch;
            this.across = size.tilesAcross();
            this.tiles = (to - from) * across;
            this.inputs = new FloatPointer(scratch.inputs((long) Winograd.POINTS * tiles * in));
            this.products = new FloatPointer(scratch.products((long) Winograd.POINTS * tiles * out));
        }

        void compute() {
            for (int row = from; row < to; row++) {
                transformInput(row);
            }
            for (int point = 0; point < Winograd.POINTS; point++) {
                multiply(point);
            }
            for (int row = from; row < to; row++) {
                transformOutput(row);
            }
        }

        private void transformInput(int row) {
            int length = (Winograd.STEP * across + 2) * in;
            float[][] rows = Scratch.atLeast(scratch.rows, length);
            int picture = row / size.tilesDown();
            int top = row % size.tilesDown() * Winograd.STEP - 1;
            for (int i = 0; i < Winograd.SIDE; i++) {
                padded(picture, top + i, rows[i], length);
            }
            Winograd.inputDown(rows, length);
            float[][] points = Scratch.atLeast(scratch.points, across * in);
            for (int i = 0; i < Winograd.SIDE; i++) {
                Winograd.inputAcross(rows[i], across, in, points);
                for (int j = 0; j < Winograd.SIDE; j++) {
                    long point = i * Winograd.SIDE + j;
                    inputs.position((point * tiles + (long) (row - from) * across) * in);
                    inputs.put(points[j], 0, across * in);
                }
            }
        }

        /** A row of the input with zeros around it. */
        private void padded(int picture, int y, float[] row, int length) {
            if (y < 0 || y >= size.height()) {
                Arrays.fill(row, 0, length, 0);
                return;
            }
            int inside = size.width() * in;
            Arrays.fill(row, 0, in, 0);
            input.position(((long) picture * size.height() + y) * inside).get(row, in, inside);
            Arrays.fill(row, in + inside, length, 0);
        }

        private void multiply(int point) {
            openblas_nolapack.cblas_sgemm(
                    openblas_nolapack.CblasRowMajor,
                    openblas_nolapack.CblasNoTrans,
                    openblas_nolapack.CblasNoTrans,
                    tiles,
                    out,
                    in,
                    1,
                    inputs.position((long) point * tiles * in),
                    in,
                    kernels.getPointer((long) point * in * out),
                    out,
                    0,
                    products.position((long) point * tiles * out),
                    out);
        }

        private void transformOutput(int row) {
            int length = across * out;
            float[][] points = Scratch.atLeast(scratch.points, length);
            float[][] upper = Scratch.atLeast(scratch.rows, length);
            float[][] lower = Scratch.atLeast(scratch.lowerRows, length);
            for (int j = 0; j < Winograd.SIDE; j++) {
                for (int i = 0; i < Winograd.SIDE; i++) {
                    long point = i * Winograd.SIDE + j;
                    products.position((point * tiles + (long) (row - from) * across) * out);
                    products.get(points[i], 0, length);
                }
                Winograd.outputDown(points, length, upper[j], lower[j]);
            }
            int y = row % size.tilesDown() * Winograd.STEP;
            write(row / size.tilesDown(), y, upper);
            write(row / size.tilesDown(), y + 1, lower);
        }

        private void write(int picture, int y, float[][] sums) {
            if (y >= size.height()) {
                return;
            }
            float[] row = scratch.row(Winograd.STEP * across * out);
            Winograd.outputAcross(sums, across, bias, row);
            int length = size.width() * out;
            activation.apply(row, length, out);
            results.position(((long) picture * size.height() + y) * length).put(row, 0, length);
        }
    }
}
