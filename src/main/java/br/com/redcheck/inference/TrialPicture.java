package br.com.redcheck.inference;

import br.com.redcheck.model.Shape;

/**
 * The picture on which a network is tried: waves, the same for everybody, so that anybody can compare.
 *
 * <p>Its value at a row, column and channel is scale x (0.5 + 0.5 sin(0.11 row + 0.07 column + 1.3 channel)).
 */
final class TrialPicture {
    private static final double DOWN = 0.11;
    private static final double ACROSS = 0.07;
    private static final double DEEP = 1.3;

    private TrialPicture() {}

    /**
     * Paints it.
     *
     * @param input height, width and channels
     * @param scale the greatest value: 1, or 255 where a network rescales its input itself
     */
    static Picture of(Shape input, double scale) {
        int width = input.sizes().get(1);
        int channels = input.channels();
        float[] values = new float[(int) input.values()];
        for (int i = 0; i < values.length; i++) {
            int column = i / channels % width;
            int row = i / channels / width;
            double angle = DOWN * row + ACROSS * column + DEEP * (i % channels);
            values[i] = (float) (scale * (0.5 + 0.5 * Math.sin(angle)));
        }
        return new Picture(input, values);
    }
}
