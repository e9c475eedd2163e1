package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Tensor;
import br.com.redcheck.model.TrainedNetwork;
import java.io.IOException;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes a DL4J network of a trained one: the layers through DL4J's Keras import, the weights set here.
 *
 * <p>The importer sees the JSON only. Its own reading of weights is native HDF5, which a hostile file can crash.
 */
final class NetworkImport {
    private NetworkImport() {}

    /** @param workers who compute the convolutions */
    static ComputationGraph of(TrainedNetwork network, Workers workers) {
        ComputationGraph graph = layers(network.architecture());
        for (NetworkLayer layer : network.layers()) {
            for (Tensor tensor : layer.weights()) {
                INDArray parameter = graph.getLayer(layer.name()).getParam(parameterOf(layer, tensor));
                parameter.assign(arranged(tensor).reshape(parameter.shape()));
            }
        }
        quicken(graph, workers);
        return graph;
    }

    /** Has our own layers in the place of DL4J's, where they can be. */
    private static void quicken(ComputationGraph graph, Workers workers) {
        for (GraphVertex vertex : graph.getVertices()) {
            if (vertex instanceof LayerVertex holder) {
                Layer layer = holder.getLayer();
                if (WinogradLayer.suits(layer)) {
                    holder.setLayer(new WinogradLayer((ConvolutionLayer) layer, workers));
                } else if (MaxPoolingLayer.suits(layer)) {
                    holder.setLayer(new MaxPoolingLayer((SubsamplingLayer) layer, workers));
                } else if (layer instanceof BatchNormalization theirs) {
                    holder.setLayer(new NormalizationLayer(theirs, workers));
                }
            }
        }
    }

    private static ComputationGraph layers(String architecture) {
        try {
            return new KerasModel()
                    .modelBuilder()
                    .modelJson(architecture)
                    .enforceTrainingConfig(false)
                    .buildModel()
                    .getComputationGraph(false);
        } catch (IOException | InvalidKerasConfigurationException | UnsupportedKerasConfigurationException e) {
            throw new IllegalStateException("an architecture that was checked cannot be imported", e);
        }
    }

    /** DL4J's name of a weight. */
    private static String parameterOf(NetworkLayer layer, Tensor tensor) {
        return switch (tensor.role()) {
            case "kernel", "depthwise_kernel" -> "W";
            case "pointwise_kernel" -> "pW";
            case "bias" -> "b";
            case "moving_mean" -> "mean";
            case "moving_variance" -> "var";
            case "gamma", "beta" -> tensor.role();
            default -> throw new IllegalStateException(layer.type() + " has no weight " + tensor.role());
        };
    }

    /** The values as DL4J orders them: kernels of convolutions with the output channels first. */
    private static INDArray arranged(Tensor tensor) {
        long[] sizes =
                tensor.shape().sizes().stream().mapToLong(Integer::longValue).toArray();
        INDArray values = Nd4j.create(tensor.values(), sizes, 'c');
        return sizes.length == 4 ? values.permute(3, 2, 0, 1).dup('c') : values;
    }
}
