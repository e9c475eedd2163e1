package br.com.redcheck.inference;

import br.com.redcheck.model.Shape;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Values by picture, row, column and channel, the channels fastest; a vector is one place with many channels.
 *
 * @param values in native memory, which belongs to whoever made this
 */
record Batch(int pictures, int height, int width, int channels, FloatPointer values) {
    /** Pictures of one shape. */
    static Batch of(int pictures, Shape shape, FloatPointer values) {
        List<Integer> sizes = shape.sizes();
        return shape.isImage()
                ? new Batch(pictures, sizes.get(0), sizes.get(1), sizes.get(2), values)
                : new Batch(pictures, 1, 1, Math.toIntExact(shape.values()), values);
    }

    /** The same values in other memory, or others in their shape. */
    Batch with(int otherChannels, FloatPointer otherValues) {
        return new Batch(pictures, height, width, otherChannels, otherValues);
    }

    /** How many rows and columns of all pictures. */
    long places() {
        return (long) pictures * height * width;
    }

    long length() {
        return places() * channels;
    }

    /** The channels of a place, and what follows; a pointer of its own, for threads share this. */
    FloatPointer from(long place) {
        return values.getPointer(place * channels);
    }

    /** A row, and what follows. */
    FloatPointer row(int picture, int y) {
        return from(((long) picture * height + y) * width);
    }

    /** A copy of all values. */
    float[] floats() {
        float[] floats = new float[Math.toIntExact(length())];
        from(0).get(floats);
        return floats;
    }
}
