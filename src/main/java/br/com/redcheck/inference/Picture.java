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

    Shape shape() {
        return shape;
    }

    float[] values() {
        return values;
    }
}
