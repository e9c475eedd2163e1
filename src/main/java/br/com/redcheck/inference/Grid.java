package br.com.redcheck.inference;

import br.com.redcheck.model.Shape;
import java.util.List;

/**
 * What a layer gives for one picture: values by row, column and channel, the channels fastest; a vector is one place.
 *
 * @param values the array itself, not to be written to once it is here
 */
record Grid(int height, int width, int channels, float[] values) {
    /** Values that are still to be computed. */
    static Grid of(Shape shape) {
        List<Integer> sizes = shape.sizes();
        int places = (int) shape.values() / shape.channels();
        return shape.isImage()
                ? new Grid(sizes.get(0), sizes.get(1), shape.channels(), new float[places * shape.channels()])
                : new Grid(1, places, shape.channels(), new float[places * shape.channels()]);
    }

    /** Where the channels of a place begin. */
    int at(int y, int x) {
        return (y * width + x) * channels;
    }
}
