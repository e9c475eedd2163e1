package br.com.redcheck.inference;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation with what training measured: each channel times a factor, plus an offset.
 *
 * <p>oneDNN's, which DL4J would call, takes its input's memory as it lies. Behind a separable convolution, which gives a view, it answers
 * wrongly or brings the process down.
 */
final class NormalizationLayer extends BatchNormalization {
    private static final int PARTS = 64;

    private final transient Workers workers;
    private final float[] factors;
    private final float[] offsets;

    /** @param layer one with its weights */
    NormalizationLayer(BatchNormalization layer, Workers workers) {
        super(layer.conf(), DataType.FLOAT);
        setParamTable(layer.paramTable());
        setIndex(layer.getIndex());
        this.workers = workers;
        float[] variances = floats(layer.getParam("var"));
        float[] means = floats(layer.getParam("mean"));
        this.factors = new float[means.length];
        this.offsets = new float[means.length];
        float[] gamma = orElse(layer.getParam("gamma"), means.length, 1);
        float[] beta = orElse(layer.getParam("beta"), means.length, 0);
        for (int c = 0; c < means.length; c++) {
            double factor = gamma[c] / Math.sqrt(variances[c] + layerConf().getEps());
            factors[c] = (float) factor;
            offsets[c] = (float) (beta[c] - means[c] * factor);
        }
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        if (training) {
            return super.activate(true, workspaces);
        }
        assertInputSet(false);
        INDArray values = Places.inOrder(input);
        INDArray results = workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, values.shape(), 'c');
        try {
            share(Places.pointer(values), Places.pointer(results), values.length() / factors.length);
        } finally {
            Reference.reachabilityFence(values); // A pointer does not keep its array alive.
        }
        return results;
    }

    private void share(FloatPointer from, FloatPointer to, long places) {
        int parts = (int) Math.min(places, PARTS);
        workers.share(parts, (part, scratch) -> {
            long first = part * places / parts * factors.length;
            int length = (int) ((part + 1) * places / parts * factors.length - first);
            float[] row = scratch.row(length);
            new FloatPointer(from).position(first).get(row, 0, length);
            normalize(row, length);
            new FloatPointer(to).position(first).put(row, 0, length);
        });
    }

    private void normalize(float[] row, int length) {
        for (int at = 0; at < length; at += factors.length) {
            for (int c = 0; c < factors.length; c++) {
                row[at + c] = row[at + c] * factors[c] + offsets[c];
            }
        }
    }

    private static float[] orElse(@Nullable INDArray array, int length, float value) {
        if (array != null) {
            return floats(array);
        }
        float[] same = new float[length];
        Arrays.fill(same, value);
        return same;
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
