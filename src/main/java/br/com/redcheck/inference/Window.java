package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import tools.jackson.databind.JsonNode;

/**
 * How the window of a convolution or a pooling slides.
 *
 * @param samePadding whether it reaches over the edges so that each stride has one result
 */
record Window(int height, int width, int down, int across, boolean samePadding) {
    /** The window that sees one place. */
    static final Window ONE = new Window(1, 1, 1, 1, false);

    /** A span of rows or columns, the end not among them. */
    record Span(int start, int from, int to) {
        /** How far along the window the first one that is seen lies. */
        int skipped() {
            return from - start;
        }

        int length() {
            return to - from;
        }
    }

    static Window of(NetworkLayer layer) {
        JsonNode settings = layer.settings();
        JsonNode size = settings.path(settings.has("pool_size") ? "pool_size" : "kernel_size");
        JsonNode strides = settings.path("strides");
        return new Window(
                size.path(0).asInt(),
                size.path(1).asInt(),
                strides.path(0).asInt(),
                strides.path(1).asInt(),
                settings.path("padding").asString("valid").equals("same"));
    }

    /** Which rows of the input the window sees for a row of the results. */
    Span rows(Batch input, Batch results, int y) {
        return span(input.height(), results.height(), height, down, y);
    }

    /** Which columns of the input the window sees for a column of the results. */
    Span columns(Batch input, Batch results, int x) {
        return span(input.width(), results.width(), width, across, x);
    }

    private Span span(int input, int results, int window, int stride, int at) {
        int missing = samePadding ? Math.max(0, (results - 1) * stride + window - input) : 0;
        int start = at * stride - missing / 2;
        return new Span(start, Math.max(0, start), Math.min(input, start + window));
    }

    boolean isOne() {
        return equals(ONE);
    }

    /** Whether {@link WinogradConvolution} computes it. */
    boolean isWinograds() {
        return equals(new Window(3, 3, 1, 1, true));
    }
}
