package br.com.redcheck.inference;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution layer of DL4J that computes by {@link WinogradConvolution}, and by DL4J's own means while training. */
final class WinogradLayer extends ConvolutionLayer {
    private static final int[] KERNEL = {3, 3};
    private static final int[] ONE = {1, 1};

    static {
        // Every worker multiplies for itself. DL4J, loaded by now, has told OpenBLAS to share each product among
        // threads.
        openblas_nolapack.blas_set_num_threads(1);
    }

    private final transient Workers workers;
    private final transient WinogradConvolution convolution;
    private final boolean rectified;

    /** @param layer one that {@link #suits}, with its weights */
    WinogradLayer(ConvolutionLayer layer, Workers workers) {
        super(layer.conf(), DataType.FLOAT);
        setParamTable(layer.paramTable());
        setIndex(layer.getIndex());
        this.workers = workers;
        this.rectified = layerConf().getActivationFn() instanceof ActivationReLU;
        this.convolution = new WinogradConvolution(
                floats(layer.getParam("W")),
                hasBias()
                        ? floats(layer.getParam("b"))
                        : new float[(int) layerConf().getNOut()],
                rectified);
    }

    /** Whether a layer can be computed this way. */
    static boolean suits(Layer layer) {
        if (!layer.getClass().equals(ConvolutionLayer.class)) {
            return false;
        }
        var conf = (org.deeplearning4j.nn.conf.layers.ConvolutionLayer)
                layer.conf().getLayer();
        return Arrays.equals(conf.getKernelSize(), KERNEL)
                && Arrays.equals(conf.getStride(), ONE)
                && Arrays.equals(conf.getDilation(), ONE)
                && conf.getConvolutionMode() == ConvolutionMode.Same
                && conf.getCnn2dDataFormat() == CNN2DFormat.NHWC
                && layer.getParam("W").dataType() == DataType.FLOAT;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        if (training) {
            return super.activate(true, workspaces);
        }
        assertInputSet(false);
        INDArray places = Places.inOrder(input);
        var size = new WinogradConvolution.Size((int) places.size(0), (int) places.size(1), (int) places.size(2));
        INDArray results = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS,
                DataType.FLOAT,
                new long[] {
                    size.pictures(), size.height(), size.width(), layerConf().getNOut()
                },
                'c');
        convolution.compute(workers, Places.pointer(places), Places.pointer(results), size);
        Reference.reachabilityFence(places); // A pointer does not keep its array alive.
        return rectified ? results : layerConf().getActivationFn().getActivation(results, false);
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
