package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Shape;
import br.com.redcheck.model.Tensor;
import br.com.redcheck.model.TrainedNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network ready to read pictures; one is enough for everybody. */
final class LoadedNetwork {
    /**
     * What a network says of one picture.
     *
     * @param probabilities one per class
     * @param activations the last activations with places, channels fastest; empty if there are none
     */
    record Pass(double[] probabilities, float[] activations) {
        /** The mean of each channel of the activations over all places, as global average pooling makes it. */
        float[] pooled(int channels) {
            double[] sums = new double[channels];
            for (int i = 0; i < activations.length; i += channels) {
                for (int channel = 0; channel < channels; channel++) {
                    sums[channel] += activations[i + channel];
                }
            }
            float[] pooled = new float[channels];
            for (int channel = 0; channel < channels; channel++) {
                pooled[channel] = (float) (sums[channel] * channels / activations.length);
            }
            return pooled;
        }
    }

    private final Engine engine;
    private final ComputationGraph graph;
    private final Kept kept = new Kept();
    private final Shape input;
    private final int classes;
    private final Optional<NetworkLayer> features;
    private final Optional<Tensor> camWeights;

    private LoadedNetwork(Engine engine, TrainedNetwork network, Optional<NetworkLayer> features) {
        this.engine = engine;
        this.input = network.input();
        this.classes = network.answer().output().channels();
        this.features = features;
        this.camWeights = network.mapWeights();
        this.graph =
                engine.compute(() -> NetworkImport.of(network, features.map(NetworkLayer::name), kept, engine.means()));
    }

    /** Loads a network that shows, where a map is defined, what its last layer with places saw. */
    static LoadedNetwork of(Engine engine, TrainedNetwork network) {
        return new LoadedNetwork(engine, network, network.features().flatMap(network::layer));
    }

    /** Loads a network that shows what a layer saw that its card names. */
    static LoadedNetwork of(Engine engine, TrainedNetwork network, String activationLayer) {
        return new LoadedNetwork(engine, network, network.layer(activationLayer));
    }

    /** What a picture must look like. */
    Shape input() {
        return input;
    }

    /** Reads pictures, all in one pass. */
    List<Pass> read(List<Picture> pictures) {
        return engine.compute(() -> pass(pictures));
    }

    /** Where the network looked for a class; empty if no map is defined for this network. */
    Optional<Cam> cam(Pass pass, int classIndex) {
        if (camWeights.isEmpty() || features.isEmpty()) {
            return Optional.empty();
        }
        Tensor kernel = camWeights.get();
        float[] classWeights = new float[kernel.shape().sizes().get(0)];
        for (int k = 0; k < classWeights.length; k++) {
            classWeights[k] = kernel.values()[k * classes + classIndex];
        }
        List<Integer> sizes = features.get().output().sizes();
        return Optional.of(Cam.of(classIndex, pass.activations(), sizes.get(0), sizes.get(1), classWeights));
    }

    private List<Pass> pass(List<Picture> pictures) {
        float[] answers = graph.outputSingle(batch(pictures)).dup('c').data().asFloat();
        float[] activations = kept.take();
        int step = activations.length / pictures.size();
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            double[] probabilities = new double[classes];
            for (int c = 0; c < classes; c++) {
                probabilities[c] = answers[i * classes + c];
            }
            passes.add(new Pass(probabilities, Arrays.copyOfRange(activations, i * step, (i + 1) * step)));
        }
        return passes;
    }

    private INDArray batch(List<Picture> pictures) {
        int length = Math.toIntExact(input.values());
        float[] values = new float[length * pictures.size()];
        for (int i = 0; i < pictures.size(); i++) {
            System.arraycopy(pictures.get(i).values(), 0, values, i * length, length);
        }
        return Nd4j.create(values, StepVertex.sizes(pictures.size(), input), 'c');
    }
}
