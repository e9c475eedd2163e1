package br.com.redcheck.inference;

import java.util.Arrays;
import java.util.List;

/**
 * What a window gathers of each channel by itself: the greatest value, the mean, or sums of products. A row of results is a piece of
 * work.
 */
final class Sliding implements Step {
    /** Adds a place of the input to a result. */
    private interface Gather {
        /**
         * @param from where the channels of the place begin in a row of the input
         * @param ofWindow at which place of the window it is seen
         * @param share one, divided by how many places the window sees
         * @param to where the channels of the result begin in a row of the results
         */
        void add(float[] row, int from, int ofWindow, float share, float[] results, int to);
    }

    private final Window window;
    private final float start;
    private final Gather gather;
    private final Finish finish;

    private Sliding(Window window, float start, Gather gather, Finish finish) {
        this.window = window;
        this.start = start;
        this.gather = gather;
        this.finish = finish;
    }

    /** The greatest value that the window sees. */
    static Sliding greatest(Window window, int channels) {
        return new Sliding(
                window,
                Float.NEGATIVE_INFINITY,
                (row, from, ofWindow, share, results, to) -> {
                    for (int c = 0; c < channels; c++) {
                        results[to + c] = Math.max(results[to + c], row[from + c]);
                    }
                },
                Finish.none(channels));
    }

    /** The mean of the values that the window sees. */
    static Sliding mean(Window window, int channels) {
        return new Sliding(
                window,
                0,
                (row, from, ofWindow, share, results, to) -> {
                    for (int c = 0; c < channels; c++) {
                        results[to + c] += row[from + c] * share;
                    }
                },
                Finish.none(channels));
    }

    /**
     * Sums of products.
     *
     * @param kernel by row, column, and channel of the results
     * @param ways how many results each channel has, one after the other
     */
    static Sliding depthwise(Window window, float[] kernel, int ways, Finish finish) {
        int out = finish.channels();
        return new Sliding(
                window,
                0,
                (row, from, ofWindow, share, results, to) -> {
                    if (ways == 1) {
                        addProducts(row, from, kernel, ofWindow * out, results, to, out);
                        return;
                    }
                    for (int o = 0; o < out; o++) {
                        results[to + o] += row[from + o / ways] * kernel[ofWindow * out + o];
                    }
                },
                finish);
    }

    /**
     * Sums of products over the channels of a group, which all results of the group hear.
     *
     * @param kernel by row, column, channel of the group, and channel of the results
     * @param in how many channels a group has
     */
    static Sliding grouped(Window window, float[] kernel, int groups, int in, Finish finish) {
        int out = finish.channels();
        int ways = out / groups;
        return new Sliding(
                window,
                0,
                (row, from, ofWindow, share, results, to) -> {
                    for (int i = 0; i < groups * in; i++) {
                        int first = i / in * ways;
                        int weight = (ofWindow * in + i % in) * out + first;
                        addMultiples(row[from + i], kernel, weight, results, to + first, ways);
                    }
                },
                finish);
    }

    private static void addMultiples(float value, float[] kernel, int weight, float[] results, int to, int count) {
        for (int i = 0; i < count; i++) {
            results[to + i] += value * kernel[weight + i];
        }
    }

    // A loop of its own, which the compiler turns into vector instructions.
    private static void addProducts(
            float[] row, int from, float[] kernel, int weight, float[] results, int to, int count) {
        for (int i = 0; i < count; i++) {
            results[to + i] += row[from + i] * kernel[weight + i];
        }
    }

    @Override
    public void compute(List<Batch> inputs, Batch results, Means means) {
        Batch input = inputs.get(0);
        int rows = results.pictures() * results.height();
        means.workers().share(rows, (part, scratch) -> {
            int length = results.width() * results.channels();
            float[] sums = scratch.row(length);
            Arrays.fill(sums, 0, length, start);
            gather(input, results, part, sums, scratch);
            finish.apply(sums, length);
            results.from((long) part * results.width()).put(sums, 0, length);
        });
    }

    private void gather(Batch input, Batch results, int part, float[] sums, Scratch scratch) {
        int length = input.width() * input.channels();
        float[] row = Scratch.atLeast(scratch.rows, length)[0];
        Window.Span ys = window.rows(input, results, part % results.height());
        for (int y = ys.from(); y < ys.to(); y++) {
            input.row(part / results.height(), ys.at(y)).get(row, 0, length);
            for (int x = 0; x < results.width(); x++) {
                Window.Span xs = window.columns(input, results, x);
                float share = 1f / (ys.length() * xs.length());
                for (int column = xs.from(); column < xs.to(); column++) {
                    int from = xs.at(column) * input.channels();
                    gather.add(row, from, y * window.width() + column, share, sums, x * results.channels());
                }
            }
        }
    }
}
