package br.com.redcheck.inference;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * A convolution of three by three that keeps the size of its input, with what follows it, by {@link Winograd}.
 *
 * <p>Inputs and results are arrays by picture, row, column and channel. Rows of tiles are shared out among the workers in blocks that
 * stay in the processor's caches; for each, the transformed input and the products lie in the worker's memory. Where there are fewer
 * blocks than workers, all work at one: then each product is made at once for all tiles, and its kernels are read once.
 */
final class WinogradConvolution {
    private static final int TILES = 256;

    private final int in;
    private final int out;
    private final FloatPointer kernels;
    private final float[] bias;
    private final boolean rectified;

    /** The sizes of an input. */
    record Size(int pictures, int height, int width) {
        int tilesDown() {
            return (height + Winograd.STEP - 1) / Winograd.STEP;
        }

        int tilesAcross() {
            return (width + Winograd.STEP - 1) / Winograd.STEP;
        }
    }

    /**
     * @param kernels by output channel, input channel, row, column
     * @param rectified whether ReLU follows
     */
    WinogradConvolution(float[] kernels, float[] bias, boolean rectified) {
        this.out = bias.length;
        this.in = kernels.length / (9 * out);
        this.kernels = new FloatPointer(Winograd.kernels(kernels, in, out));
        this.bias = bias;
        this.rectified = rectified;
    }

    /** Computes the results of an input. */
    void compute(Workers workers, FloatPointer input, FloatPointer results, Size size) {
        int rows = size.pictures() * size.tilesDown();
        int wanted = (rows * size.tilesAcross() + TILES - 1) / TILES;
        if (wanted < workers.count()) {
            Block block = new Block(input, results, size, 0, rows, workers.scratch());
            workers.share(rows, block::transformInput);
            workers.share(Winograd.POINTS, (point, scratch) -> block.multiply(point));
            workers.share(rows, block::transformOutput);
            return;
        }
        int parts = Math.min(rows, (wanted + workers.count() - 1) / workers.count() * workers.count());
        workers.share(parts, (part, scratch) -> {
            int from = (int) ((long) part * rows / parts);
            int to = (int) ((long) (part + 1) * rows / parts);
            new Block(input, results, size, from, to - from, scratch).compute(scratch);
        });
    }

    /** Some rows of tiles. Pointers keep a position, so that each thread needs its own. */
    private final class Block {
        private final FloatPointer input;
        private final FloatPointer results;
        private final Size size;
        private final int first;
        private final int rows;
        private final int across;
        private final int tiles;
        private final FloatPointer inputs;
        private final FloatPointer products;

        /** @param memory of which only the large parts are used */
        Block(FloatPointer input, FloatPointer results, Size size, int first, int rows, Scratch memory) {
            this.input = input;
            this.results = results;
            this.size = size;
            this.first = first;
            this.rows = rows;
            this.across = size.tilesAcross();
            this.tiles = rows * across;
            this.inputs = memory.inputs((long) Winograd.POINTS * tiles * in);
            this.products = memory.products((long) Winograd.POINTS * tiles * out);
        }

        void compute(Scratch scratch) {
            for (int row = 0; row < rows; row++) {
                transformInput(row, scratch);
            }
            for (int point = 0; point < Winograd.POINTS; point++) {
                multiply(point);
            }
            for (int row = 0; row < rows; row++) {
                transformOutput(row, scratch);
            }
        }

        /** @param row counted from the block's first */
        void transformInput(int row, Scratch scratch) {
            int length = (Winograd.STEP * across + 2) * in;
            float[][] places = Scratch.atLeast(scratch.rows, length);
            int picture = (first + row) / size.tilesDown();
            int top = (first + row) % size.tilesDown() * Winograd.STEP - 1;
            for (int i = 0; i < Winograd.SIDE; i++) {
                padded(picture, top + i, places[i], length);
            }
            Winograd.inputDown(places, length);
            float[][] points = Scratch.atLeast(scratch.points, across * in);
            FloatPointer to = new FloatPointer(inputs);
            for (int i = 0; i < Winograd.SIDE; i++) {
                Winograd.inputAcross(places[i], across, in, points);
                for (int j = 0; j < Winograd.SIDE; j++) {
                    long point = i * Winograd.SIDE + j;
                    to.position((point * tiles + (long) row * across) * in).put(points[j], 0, across * in);
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
            input.getPointer(((long) picture * size.height() + y) * inside).get(row, in, inside);
            Arrays.fill(row, in + inside, length, 0);
        }

        void multiply(int point) {
            openblas_nolapack.cblas_sgemm(
                    openblas_nolapack.CblasRowMajor,
                    openblas_nolapack.CblasNoTrans,
                    openblas_nolapack.CblasTrans,
                    tiles,
                    out,
                    in,
                    1,
                    inputs.getPointer((long) point * tiles * in),
                    in,
                    kernels.getPointer((long) point * in * out),
                    in,
                    0,
                    products.getPointer((long) point * tiles * out),
                    out);
        }

        /** @param row counted from the block's first */
        void transformOutput(int row, Scratch scratch) {
            int length = across * out;
            float[][] points = Scratch.atLeast(scratch.points, length);
            for (float[][] sums : scratch.sums) {
                Scratch.atLeast(sums, length);
            }
            FloatPointer from = new FloatPointer(products);
            for (int j = 0; j < Winograd.SIDE; j++) {
                for (int i = 0; i < Winograd.SIDE; i++) {
                    long point = i * Winograd.SIDE + j;
                    from.position((point * tiles + (long) row * across) * out).get(points[i], 0, length);
                }
                Winograd.outputDown(points, length, scratch.sums, j);
            }
            int picture = (first + row) / size.tilesDown();
            int y = (first + row) % size.tilesDown() * Winograd.STEP;
            for (int i = 0; i < Math.min(Winograd.STEP, size.height() - y); i++) {
                write(picture, y + i, scratch.sums[i], scratch.row(Winograd.STEP * across * out));
            }
        }

        private void write(int picture, int y, float[][] sums, float[] row) {
            Winograd.outputAcross(sums, across, bias, row);
            int length = size.width() * out;
            if (rectified) {
                rectify(row, length);
            }
            results.getPointer(((long) picture * size.height() + y) * length).put(row, 0, length);
        }

        // A loop of its own, which the compiler turns into vector instructions.
        private static void rectify(float[] row, int length) {
            for (int i = 0; i < length; i++) {
                row[i] = Math.max(0, row[i]);
            }
        }
    }
}
