package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import tools.jackson.databind.JsonNode;

/**
 * How the window of a convolution or a pooling slides.
 *
 * @param apartDown the distance of the rows that it sees; 1 if they are neighbours
 * @param apartAcross that of the columns
 * @param samePadding whether it reaches over the edges so that each stride has one result
 */
record Window(int height, int width, int down, int across, int apartDown, int apartAcross, boolean samePadding) {
    /** The window that sees one place. */
    static final Window ONE = new Window(1, 1, 1, 1, 1, 1, false);

    /**
     * Which of the window's rows, or columns, lie over the input, the end not among them.
     *
     * @param start over which of the input's rows the window's first one lies, or would lie
     * @param apart the distance of their rows
     */
    record Span(int start, int apart, int from, int to) {
        /** Over which of the input's the window's lies. */
        int at(int ofWindow) {
            return start + ofWindow * apart;
        }

        int length() {
            return to - from;
        }
    }

    static Window of(NetworkLayer layer) {
        JsonNode settings = layer.settings();
        JsonNode size = settings.path(settings.has("pool_size") ? "pool_size" : "kernel_size");
        JsonNode strides = settings.path("strides");
        JsonNode apart = settings.path("dilation_rate");
        return new Window(
                size.path(0).asInt(),
                size.path(1).asInt(),
                strides.path(0).asInt(),
                strides.path(1).asInt(),
                apart.path(0).asInt(1),
                apart.path(1).asInt(1),
                settings.path("padding").asString("valid").equals("same"));
    }

    /** Which rows of the input the window sees for a row of the results. */
    Span rows(Batch input, Batch results, int y) {
        return span(input.height(), results.height(), height, down, apartDown, y);
    }

    /** Which columns of the input the window sees for a column of the results. */
    Span columns(Batch input, Batch results, int x) {
        return span(input.width(), results.width(), width, across, apartAcross, x);
    }

    private Span span(int input, int results, int window, int stride, int apart, int at) {
        int reach = (window - 1) * apart + 1;
        int missing = samePadding ? Math.max(0, (results - 1) * stride + reach - input) : 0;
        int start = at * stride - missing / 2;
        int from = start < 0 ? (-start + apart - 1) / apart : 0;
        int to = Math.min(window, (input - start + apart - 1) / apart);
        return new Span(start, apart, from, to);
    }

    boolean isOne() {
        return equals(ONE);
    }

    /** Whether {@link WinogradConvolution} computes it. */
    boolean isWinograds() {
        return equals(new Window(3, 3, 1, 1, 1, 1, true));
    }
}
