package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Rows and columns of zeros put around an image, or some of its own taken away. A row of results is a piece of work. */
final class Frame implements Step {
    private final int above;
    private final int left;

    /** @param layer a ZeroPadding2D or Cropping2D */
    Frame(NetworkLayer layer) {
        boolean padding = layer.type().equals("ZeroPadding2D");
        JsonNode sides = layer.settings().path(padding ? "padding" : "cropping");
        int sign = padding ? 1 : -1;
        this.above = sign * sides.path(0).path(0).asInt();
        this.left = sign * sides.path(1).path(0).asInt();
    }

    @Override
    public void compute(List<Batch> inputs, Batch results, Means means) {
        Batch input = inputs.get(0);
        means.workers().share(results.pictures() * results.height(), (part, scratch) -> {
            int channels = results.channels();
            int length = results.width() * channels;
            float[] row = scratch.row(length);
            Arrays.fill(row, 0, length, 0);
            int y = part % results.height() - above;
            if (y >= 0 && y < input.height()) {
                int from = Math.max(0, left);
                int count = Math.min(results.width() - from, input.width() - (from - left));
                input.row(part / results.height(), y)
                        .getPointer((long) (from - left) * channels)
                        .get(row, from * channels, count * channels);
            }
            results.from((long) part * results.width()).put(row, 0, length);
        });
    }
}
