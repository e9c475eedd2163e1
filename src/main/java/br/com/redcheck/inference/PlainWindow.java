package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import java.util.Arrays;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A window that slides over places.
 *
 * @param apartDown the distance of the rows that it sees; 1 if they are neighbours
 * @param apartAcross that of the columns
 * @param samePadding whether it may reach over the edge, so that each stride of the input has one result; what is missing is laid half
 *     before and half behind, the odd one behind
 */
record PlainWindow(int height, int width, int down, int across, int apartDown, int apartAcross, boolean samePadding) {
    /** Computes the channels of one result. */
    private interface Work {
        void result(int y, int x, float[] channels);
    }

    /** Hears of each place that the window sees: where its channels begin, and which place of the window it is. */
    private interface Seen {
        void place(int at, int ofWindow);
    }

    /** The window of a convolution or a pooling. */
    static PlainWindow of(NetworkLayer layer) {
        JsonNode settings = layer.settings();
        JsonNode size = settings.path(settings.has("pool_size") ? "pool_size" : "kernel_size");
        JsonNode strides = settings.path("strides");
        return new PlainWindow(
                size.path(0).asInt(),
                size.path(1).asInt(),
                strides.path(0).asInt(),
                strides.path(1).asInt(),
                settings.path("dilation_rate").path(0).asInt(1),
                settings.path("dilation_rate").path(1).asInt(1),
                settings.path("padding").asString("valid").equals("same"));
    }

    /** The window that sees one place. */
    static PlainWindow ofOne() {
        return new PlainWindow(1, 1, 1, 1, 1, 1, false);
    }

    /**
     * Sums up all channels, or those of a group, each times its weight.
     *
     * @param kernel by place, input channel of the group, and output channel
     */
    void convolve(Grid input, float[] kernel, Grid results) {
        int in = kernel.length / (height * width * results.channels());
        if (in < input.channels()) {
            convolveGroups(input, kernel, in, results);
            return;
        }
        forEachResult(
                results,
                (y, x, sums) -> forEachSeen(input, results, y, x, (at, ofWindow) -> {
                    for (int i = 0; i < in; i++) {
                        addProducts(input.values()[at + i], kernel, (ofWindow * in + i) * sums.length, sums);
                    }
                }));
    }

    private void convolveGroups(Grid input, float[] kernel, int in, Grid results) {
        int out = results.channels();
        int outOfGroup = out / (input.channels() / in);
        forEachResult(
                results,
                (y, x, sums) -> forEachSeen(input, results, y, x, (at, ofWindow) -> {
                    for (int i = 0; i < out * in; i++) {
                        int o = i / in;
                        float value = input.values()[at + o / outOfGroup * in + i % in];
                        sums[o] += value * kernel[(ofWindow * in + i % in) * out + o];
                    }
                }));
    }

    // A loop of its own, which the compiler turns into vector instructions.
    private static void addProducts(float value, float[] kernel, int from, float[] sums) {
        for (int o = 0; o < sums.length; o++) {
            sums[o] += value * kernel[from + o];
        }
    }

    /** Sums up each channel by itself, in one way or several. */
    void depthwise(Grid input, float[] kernel, Grid results) {
        int ways = results.channels() / input.channels();
        forEachResult(
                results,
                (y, x, sums) -> forEachSeen(input, results, y, x, (at, ofWindow) -> {
                    for (int o = 0; o < sums.length; o++) {
                        sums[o] += input.values()[at + o / ways] * kernel[ofWindow * sums.length + o];
                    }
                }));
    }

    /** The greatest of each channel. */
    void greatest(Grid input, Grid results) {
        forEachResult(results, (y, x, found) -> {
            Arrays.fill(found, Float.NEGATIVE_INFINITY);
            forEachSeen(input, results, y, x, (at, ofWindow) -> {
                for (int c = 0; c < found.length; c++) {
                    found[c] = Math.max(found[c], input.values()[at + c]);
                }
            });
        });
    }

    /** The mean of each channel over the places that the window sees. */
    void mean(Grid input, Grid results) {
        forEachResult(results, (y, x, found) -> {
            int[] seen = new int[1];
            forEachSeen(input, results, y, x, (at, ofWindow) -> {
                seen[0]++;
                for (int c = 0; c < found.length; c++) {
                    found[c] += input.values()[at + c];
                }
            });
            for (int c = 0; c < found.length; c++) {
                found[c] /= seen[0];
            }
        });
    }

    private static void forEachResult(Grid results, Work work) {
        IntStream.range(0, results.height()).parallel().forEach(y -> {
            float[] channels = new float[results.channels()];
            for (int x = 0; x < results.width(); x++) {
                Arrays.fill(channels, 0);
                work.result(y, x, channels);
                System.arraycopy(channels, 0, results.values(), results.at(y, x), channels.length);
            }
        });
    }

    private void forEachSeen(Grid input, Grid results, int y, int x, Seen seen) {
        int top = y * down - before(input.height(), results.height(), (height - 1) * apartDown + 1, down);
        int left = x * across - before(input.width(), results.width(), (width - 1) * apartAcross + 1, across);
        for (int ofWindow = 0; ofWindow < height * width; ofWindow++) {
            int row = top + ofWindow / width * apartDown;
            int column = left + ofWindow % width * apartAcross;
            if (row >= 0 && row < input.height() && column >= 0 && column < input.width()) {
                seen.place(input.at(row, column), ofWindow);
            }
        }
    }

    /** How far the first window reaches over the edge. */
    private int before(int input, int results, int window, int stride) {
        return samePadding ? Math.max((results - 1) * stride + window - input, 0) / 2 : 0;
    }
}
