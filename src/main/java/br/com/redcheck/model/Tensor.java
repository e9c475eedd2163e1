package br.com.redcheck.model;

/**
 * One set of weights as Keras orders them: a convolution's kernel is height, width, input and output channels; a dense kernel is
 * inputs by units.
 */
public final class Tensor {
    private final String role;
    private final Shape shape;
    private final float[] values;

    Tensor(String role, Shape shape, float[] values) {
        this.role = role;
        this.shape = shape;
        this.values = values;
    }

    /** What it is to its layer: {@code kernel}, {@code bias}, {@code gamma}, … */
    public String role() {
        return role;
    }

    /** Its sizes. */
    public Shape shape() {
        return shape;
    }

    /** Its values, the last axis fastest; the array itself, for these are large: not to be written to. */
    public float[] values() {
        return values;
    }
}
