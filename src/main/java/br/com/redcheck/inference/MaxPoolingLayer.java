package br.com.redcheck.inference;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A pooling layer of DL4J that computes the greatest of each two by two places itself, and by DL4J's own means while training.
 *
 * <p>DL4J's pooling is not slow, but it wakes threads of oneDNN's that go on spinning for some milliseconds, and the convolution that
 * comes next would have to share the processor with them.
 */
final class MaxPoolingLayer extends SubsamplingLayer {
    private static final int[] NONE = {0, 0};
    private static final int[] ONE = {1, 1};
    private static final int[] TWO = {2, 2};

    private final transient Workers workers;

    /** @param layer one that {@link #suits} */
    MaxPoolingLayer(SubsamplingLayer layer, Workers workers) {
        super(layer.conf(), DataType.FLOAT);
        setIndex(layer.getIndex());
        this.workers = workers;
    }

    /** Whether a layer can be computed this way. */
    static boolean suits(Layer layer) {
        if (!layer.getClass().equals(SubsamplingLayer.class)) {
            return false;
        }
        var conf = (org.deeplearning4j.nn.conf.layers.SubsamplingLayer)
                layer.conf().getLayer();
        return conf.getPoolingType() == PoolingType.MAX
                && Arrays.equals(conf.getKernelSize(), TWO)
                && Arrays.equals(conf.getStride(), TWO)
                && Arrays.equals(conf.getDilation(), ONE)
                && Arrays.equals(conf.getPadding(), NONE)
                && conf.getConvolutionMode() == ConvolutionMode.Truncate
                && conf.getCnn2dDataFormat() == CNN2DFormat.NHWC;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        if (training) {
            return super.activate(true, workspaces);
        }
        assertInputSet(false);
        INDArray places = Places.inOrder(input);
        int pictures = (int) places.size(0);
        int height = (int) places.size(1);
        int row = (int) (places.size(2) * places.size(3));
        int channels = (int) places.size(3);
        INDArray results = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS,
                DataType.FLOAT,
                new long[] {pictures, height / 2, places.size(2) / 2, channels},
                'c');
        FloatPointer from = Places.pointer(places);
        FloatPointer to = Places.pointer(results);
        int down = height / 2;
        workers.share(pictures * down, (part, scratch) -> {
            long first = ((long) (part / down) * height + 2L * (part % down)) * row;
            pool(new FloatPointer(from).position(first), row, channels, new FloatPointer(to), part, scratch);
        });
        Reference.reachabilityFence(places); // A pointer does not keep its array alive.
        return results;
    }

    private static void pool(
            FloatPointer from, int row, int channels, FloatPointer results, int resultRow, Scratch scratch) {
        float[][] rows = Scratch.atLeast(scratch.rows, row);
        float[] upper = rows[0];
        float[] lower = rows[1];
        float[] greatest = rows[2];
        from.get(upper, 0, row);
        from.position(from.position() + row).get(lower, 0, row);
        for (int i = 0; i < row; i++) {
            upper[i] = Math.max(upper[i], lower[i]);
        }
        int length = row / channels / 2 * channels;
        for (int to = 0; to < length; to += channels) {
            for (int c = 0; c < channels; c++) {
                greatest[to + c] = Math.max(upper[2 * to + c], upper[2 * to + channels + c]);
            }
        }
        results.position((long) resultRow * length).put(greatest, 0, length);
    }
}
