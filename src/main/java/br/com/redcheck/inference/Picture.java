package br.com.redcheck.inference;

import br.com.redcheck.model.Shape;
import java.util.Arrays;

/** A picture as a network reads it: height by width by channels, the channels fastest. */
final class Picture {
    /** One in so many values, at either end. */
    private static final int SPECKS = 200;

    private static final float STEP = 1 / 256f;

    private final Shape shape;
    private final float[] values;

    Picture(Shape shape, float[] values) {
        if (shape.values() != values.length) {
            throw new IllegalArgumentException(values.length + " values are not " + shape);
        }
        this.shape = shape;
        this.values = values;
    }

    /** Whether more than a few specks differ from the rest, by more than a step of 256 from black to white. */
    boolean hasContrast() {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int specks = sorted.length / SPECKS;
        return sorted[sorted.length - 1 - specks] - sorted[specks] > STEP;
    }

    /**
     * The picture held otherwise.
     *
     * @param aspect how wide a pixel is beside its height
     */
    Picture moved(Motion motion, double aspect) {
        int channels = shape.channels();
        float[] gray = new float[values.length / channels];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = values[i * channels];
        }
        float[] moved = motion.of(gray, shape.sizes().get(0), shape.sizes().get(1), aspect);
        float[] all = new float[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = moved[i / channels];
        }
        return new Picture(shape, all);
    }

    Shape shape() {
        return shape;
    }

    float[] values() {
        return values;
    }
}
