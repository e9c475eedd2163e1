package br.com.redcheck.inference;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** Arrays by picture, row, column and channel, and where they lie. */
final class Places {
    private Places() {}

    /** The array, or a copy of it, with its values in order. */
    static INDArray inOrder(INDArray array) {
        return array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array) ? array : array.dup('c');
    }

    /** Where the first value lies; does not keep the array alive. */
    static FloatPointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }
}
