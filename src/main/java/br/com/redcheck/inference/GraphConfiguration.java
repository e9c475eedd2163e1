package br.com.redcheck.inference;

import br.com.redcheck.model.Branching;
import br.com.redcheck.model.Convolution;
import br.com.redcheck.model.Dense;
import br.com.redcheck.model.Layer;
import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Normalization;
import br.com.redcheck.model.Plain;
import br.com.redcheck.model.Pooling;
import br.com.redcheck.model.SeparableConvolution;
import br.com.redcheck.model.Shape;
import br.com.redcheck.model.TrainedNetwork;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/**
 * A trained network in DL4J's words, layer by layer.
 *
 * <p>DL4J has an importer of Keras' files, too. It reads JSON, YAML and HDF5 with libraries that are no longer kept, so it stays
 * out of the house: what a file says has been understood by then, and is told in DL4J's own types.
 */
final class GraphConfiguration {
    private static final CNN2DFormat FORMAT = CNN2DFormat.NHWC;

    private final TrainedNetwork network;
    private final GraphBuilder graph;

    private GraphConfiguration(TrainedNetwork network) {
        this.network = network;
        Shape input = network.input();
        graph = new NeuralNetConfiguration.Builder()
                .weightInit(WeightInit.ZERO) // the trained ones come later
                .graphBuilder()
                .addInputs(network.inputName())
                .setInputTypes(InputType.convolutional(input.size(0), input.size(1), input.size(2), FORMAT))
                .setOutputs(network.answer().name());
    }

    static ComputationGraphConfiguration of(TrainedNetwork network) {
        GraphConfiguration configuration = new GraphConfiguration(network);
        network.layers().forEach(configuration::add);
        return configuration.graph.build();
    }

    private void add(NetworkLayer node) {
        Layer layer = node.layer();
        String[] inputs = node.inputs().toArray(String[]::new);
        if (layer instanceof Branching branching) {
            graph.addVertex(node.name(), branching(branching), inputs);
        } else if (Plain.isFlatten(layer)) {
            graph.addVertex(node.name(), flatten(inputs[0]), inputs);
        } else {
            graph.addLayer(node.name(), layer(layer), inputs);
        }
    }

    private static GraphVertex branching(Branching branching) {
        if (branching.adds()) {
            return new ElementWiseVertex(ElementWiseVertex.Op.Add);
        }
        MergeVertex byChannels = new MergeVertex();
        byChannels.setMergeAxis(-1);
        return byChannels;
    }

    private GraphVertex flatten(String input) {
        Shape image = network.layer(input).map(NetworkLayer::output).orElse(network.input());
        return new PreprocessorVertex(
                new CnnToFeedForwardPreProcessor(image.size(0), image.size(1), image.size(2), FORMAT));
    }

    private static org.deeplearning4j.nn.conf.layers.Layer layer(Layer layer) {
        if (layer instanceof Convolution convolution) {
            return convolution(convolution);
        } else if (layer instanceof SeparableConvolution convolution) {
            return convolution(convolution);
        } else if (layer instanceof Pooling pooling) {
            return pooling(pooling);
        } else if (layer instanceof Normalization normalization) {
            return normalization(normalization);
        } else if (layer instanceof Dense dense) {
            return dense(dense);
        } else if (Plain.isGlobalPooling(layer)) {
            return new GlobalPoolingLayer.Builder(PoolingType.AVG)
                    .poolingDimensions(1, 2)
                    .build();
        } else if (layer instanceof Plain plain) {
            return new ActivationLayer(activation(plain.activation()));
        }
        throw new IllegalStateException("no layer of DL4J for " + layer.type());
    }

    private static ConvolutionLayer convolution(Convolution convolution) {
        int[] kernel = both(convolution.kernel());
        return common(convolution, new ConvolutionLayer.Builder(kernel, both(convolution.strides())).dataFormat(FORMAT))
                .build();
    }

    private static SeparableConvolution2D convolution(SeparableConvolution separable) {
        int[] kernel = both(separable.shape().kernel());
        int[] strides = both(separable.shape().strides());
        return common(separable.shape(), new SeparableConvolution2D.Builder(kernel, strides).dataFormat(FORMAT))
                .depthMultiplier(separable.multiplier())
                .build();
    }

    private static <T extends ConvolutionLayer.BaseConvBuilder<T>> T common(Convolution convolution, T builder) {
        return builder.nOut(convolution.filters())
                .convolutionMode(mode(convolution.samePadding()))
                .activation(activation(convolution.activation()))
                .hasBias(convolution.bias());
    }

    private static SubsamplingLayer pooling(Pooling pooling) {
        return new SubsamplingLayer.Builder(pooling.takesGreatest() ? PoolingType.MAX : PoolingType.AVG)
                .kernelSize(both(pooling.pool()))
                .stride(both(pooling.strides()))
                .convolutionMode(mode(pooling.samePadding()))
                .dataFormat(FORMAT)
                .build();
    }

    private static BatchNormalization normalization(Normalization normalization) {
        return new BatchNormalization.Builder()
                .eps(normalization.epsilon())
                .useLogStd(false)
                .dataFormat(FORMAT)
                .build();
    }

    private static DenseLayer dense(Dense dense) {
        return new DenseLayer.Builder()
                .nOut(dense.units())
                .activation(activation(dense.activation()))
                .hasBias(dense.bias())
                .build();
    }

    private static ConvolutionMode mode(boolean samePadding) {
        return samePadding ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }

    private static Activation activation(String kerasName) {
        return kerasName.equals("linear") ? Activation.IDENTITY : Activation.fromString(kerasName);
    }

    private static int[] both(List<Integer> pair) {
        return new int[] {pair.get(0), pair.get(1)};
    }
}
