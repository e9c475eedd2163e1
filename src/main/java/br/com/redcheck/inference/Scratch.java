package br.com.redcheck.inference;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/** The working memory of one thread; it grows to what the largest layer needs and stays. */
final class Scratch {
    /** Rows of places, and of sums. */
    final float[][] rows = new float[Winograd.SIDE][0];

    final float[][] lowerRows = new float[Winograd.SIDE][0];

    /** Points of a transformed row of tiles. */
    final float[][] points = new float[Winograd.SIDE][0];

    private float[] row = new float[0];
    private FloatPointer inputs = new FloatPointer(0L);
    private FloatPointer products = new FloatPointer(0L);

    /** As many floats of {@code arrays} as are wanted, whatever they hold. */
    static float[][] atLeast(float[][] arrays, int length) {
        if (arrays[0].length < length) {
            Arrays.setAll(arrays, i -> new float[length]);
        }
        return arrays;
    }

    /** Room for a row of results. */
    float[] row(int length) {
        if (row.length < length) {
            row = new float[length];
        }
        return row;
    }

    /** Room for the transformed input. */
    FloatPointer inputs(long length) {
        inputs = atLeast(inputs, length);
        return inputs;
    }

    /** Room for the products. */
    FloatPointer products(long length) {
        products = atLeast(products, length);
        return products;
    }

    private static FloatPointer atLeast(FloatPointer memory, long length) {
        if (memory.capacity() >= length) {
            return memory;
        }
        memory.close();
        return new FloatPointer(length);
    }
}
