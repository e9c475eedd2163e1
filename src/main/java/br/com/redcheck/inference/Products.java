package br.com.redcheck.inference;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * A convolution, or a dense layer, as a product of matrices: what the window sees at each place, times the kernel.
 *
 * <p>Places are shared out among the workers in blocks; what the window sees at those of a block is laid out in the worker's memory.
 */
final class Products implements Step {
    private static final int PLACES = 256;
    private static final int MOST_VALUES = 1 << 21;

    private final Window window;
    private final FloatPointer kernel;
    private final int depth;
    private final int out;
    private final Finish finish;

    /** @param kernel by row, column, input and output channel */
    Products(Window window, float[] kernel, Finish finish) {
        this.window = window;
        this.kernel = new FloatPointer(kernel);
        this.out = finish.channels();
        this.depth = kernel.length / out;
        this.finish = finish;
        Blas.load();
    }

    @Override
    public void compute(List<Batch> inputs, Batch results, Means means) {
        Batch input = inputs.get(0);
        long places = results.places();
        long each = (places + means.workers().count() - 1) / means.workers().count();
        int block = (int) Math.max(1, Math.min(Math.min(PLACES, MOST_VALUES / depth), each));
        means.workers().share((int) ((places + block - 1) / block), (part, scratch) -> {
            long first = (long) part * block;
            int count = (int) Math.min(block, places - first);
            FloatPointer seen = window.isOne() ? input.from(first) : seen(input, results, first, count, scratch);
            multiply(seen, results.from(first), count);
            end(results.from(first), count * out, scratch);
        });
    }

    private FloatPointer seen(Batch input, Batch results, long first, int count, Scratch scratch) {
        float[] rows = scratch.row(count * depth);
        if (window.samePadding()) {
            Arrays.fill(rows, 0, count * depth, 0);
        }
        for (int i = 0; i < count; i++) {
            long place = first + i;
            int x = (int) (place % results.width());
            int y = (int) (place / results.width() % results.height());
            int picture = (int) (place / results.width() / results.height());
            lookThrough(input, picture, window.rows(input, results, y), window.columns(input, results, x), rows, i);
        }
        FloatPointer seen = scratch.inputs((long) count * depth).position(0);
        return seen.put(rows, 0, count * depth);
    }

    private void lookThrough(Batch input, int picture, Window.Span ys, Window.Span xs, float[] rows, int i) {
        int together = xs.apart() == 1 ? Math.max(xs.length(), 1) : 1;
        for (int y = ys.from(); y < ys.to(); y++) {
            for (int x = xs.from(); x < xs.to(); x += together) {
                input.row(picture, ys.at(y))
                        .getPointer((long) xs.at(x) * input.channels())
                        .get(
                                rows,
                                i * depth + (y * window.width() + x) * input.channels(),
                                together * input.channels());
            }
        }
    }

    private void multiply(FloatPointer seen, FloatPointer results, int count) {
        openblas_nolapack.cblas_sgemm(
                openblas_nolapack.CblasRowMajor,
                openblas_nolapack.CblasNoTrans,
                openblas_nolapack.CblasNoTrans,
                count,
                out,
                depth,
                1,
                seen,
                depth,
                kernel,
                out,
                0,
                results,
                out);
    }

    private void end(FloatPointer results, int length, Scratch scratch) {
        float[] sums = scratch.row(length);
        results.get(sums, 0, length);
        finish.apply(sums, length);
        results.put(sums, 0, length);
    }
}
