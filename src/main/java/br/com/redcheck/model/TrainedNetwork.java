package br.com.redcheck.model;

import java.util.List;
import java.util.Optional;

/**
 * A network that passed every check: its architecture, its weights, and where to look for what it looked at.
 *
 * @param sha256 the SHA-256 of the file that the weights came from, in hexadecimal
 * @param input height, width and channels of the picture that it reads
 * @param layers the layers, each after those that it reads; the input is not among them
 * @param features the name of the last layer that still has places, before pooling; empty if there is none
 * @param noMap why no class activation map is defined; empty if one is
 * @param mapWeights how much each channel of the features speaks for each class, channels by classes; empty if no map is defined
 * @param heldInTraining names of layers with a regularizer or a constraint, which acts in training alone and changes nothing here
 */
public record TrainedNetwork(
        String sha256,
        Shape input,
        List<NetworkLayer> layers,
        Optional<String> features,
        Optional<NoMap> noMap,
        Optional<Tensor> mapWeights,
        List<String> heldInTraining) {
    /** Why a network has no class activation map (Zhou et al., 2016, ask for global average pooling and one dense layer). */
    public enum NoMap {
        /** The answer does not come from softmax over two classes or more. */
        NOT_SOFTMAX,
        /** What softmax sees are not weighted sums of what global average pooling gives. */
        NO_GLOBAL_POOLING
    }

    public TrainedNetwork {
        layers = List.copyOf(layers);
        heldInTraining = List.copyOf(heldInTraining);
    }

    /** The layer that answers. */
    public NetworkLayer answer() {
        return layers.get(layers.size() - 1);
    }

    /** The layer of that name. */
    public Optional<NetworkLayer> layer(String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /** How many numbers were learnt or measured in training. */
    public long parameters() {
        return layers.stream().mapToLong(NetworkLayer::parameters).sum();
    }

    /** Never the weights. */
    @Override
    public String toString() {
        return "TrainedNetwork[" + sha256 + ", " + layers.size() + " layers]";
    }
}
