package br.com.redcheck.inference;

import br.com.redcheck.model.Shape;

/** A picture as a network reads it: height by width by channels, the channels fastest. */
final class Picture {
    private final Shape shape;
    private final float[] values;

    Picture(Shape shape, float[] values) {
        if (shape.values() != values.length) {
            throw new IllegalArgumentException(values.length + " values are not " + shape);
        }
        this.shape = shape;
        this.values = values;
    }

    Shape shape() {
        return shape;
    }

    float[] values() {
        return values;
    }
}
