package br.com.redcheck.model;

import br.com.redcheck.model.TrainedNetwork.NoMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a network comes from places to an answer.
 *
 * <p>A class activation map is defined where softmax sees weighted sums of the channels' means, however that is written: softmax as a
 * layer of its own, the mean with or without its two sides of length one, batch normalisation or several dense layers without
 * activation between the mean and the answer, a convolution of one place for a dense layer.
 *
 * @param features the name of the last layer with places, seen from the answer: poolings are passed by, so in a VGG16 it is the last
 *     convolution after its ReLU
 * @param noMap why no class activation map is defined, if none is
 * @param mapWeights how much each channel speaks for each class, channels by classes; there if a map is defined
 */
record Head(Optional<String> features, Optional<NoMap> noMap, Optional<Tensor> mapWeights) {
    /** @param layers those of the architecture with their weights, by name */
    static Head of(Architecture architecture, Map<String, NetworkLayer> layers) {
        Optional<String> features = features(architecture);
        Optional<Architecture.Node> sums = belowSoftmax(architecture);
        if (sums.isEmpty() || architecture.output().output().channels() < 2) {
            return new Head(features, Optional.of(NoMap.NOT_SOFTMAX), Optional.empty());
        }
        Optional<Tensor> weights =
                features.isEmpty() ? Optional.empty() : new Sums(architecture, layers).weights(sums.get());
        return new Head(
                features, weights.isPresent() ? Optional.empty() : Optional.of(NoMap.NO_GLOBAL_POOLING), weights);
    }

    private static Optional<String> features(Architecture architecture) {
        Optional<Architecture.Node> at = Optional.of(architecture.output());
        while (at.isPresent() && (!at.get().output().hasPlaces() || at.get().layer() instanceof Pooling)) {
            at = architecture.before(at.get());
        }
        return at.map(Architecture.Node::name);
    }

    /** The layer whose sums softmax sees: the layer itself where it has softmax for its activation. */
    private static Optional<Architecture.Node> belowSoftmax(Architecture architecture) {
        Architecture.Node answer = architecture.answer();
        if (answer.layer() instanceof Activation activation && activation.isSoftmax()) {
            return architecture.before(answer);
        }
        return activation(answer.layer()).equals("softmax") ? Optional.of(answer) : Optional.empty();
    }

    private static String activation(Layer layer) {
        if (layer instanceof Dense dense) {
            return dense.activation();
        }
        return layer instanceof Convolution convolution ? convolution.activation() : "linear";
    }

    /** From weighted sums back to the means that they are made of. */
    private record Sums(Architecture architecture, Map<String, NetworkLayer> layers) {
        Optional<Tensor> weights(Architecture.Node sums) {
            Weighting weighting = Weighting.none(sums.output().channels());
            Optional<Architecture.Node> at = Optional.of(sums);
            while (at.isPresent() && !isMean(at.get())) {
                boolean last = at.get().equals(architecture.answer());
                Optional<Weighting> before = through(at.get(), weighting, last);
                if (before.isEmpty()) {
                    return Optional.empty();
                }
                weighting = before.get();
                at = architecture.before(at.get());
            }
            return at.isPresent() ? Optional.of(weighting.tensor()) : Optional.empty();
        }

        /** Whether a layer takes the mean over all places, by that name or as a pooling that sees them all. */
        private boolean isMean(Architecture.Node node) {
            return node.layer() instanceof GlobalPooling
                    || (node.layer() instanceof Pooling pooling
                            && pooling.type().equals(Pooling.MEAN)
                            && architecture
                                    .before(node)
                                    .filter(before -> pooling.window().covers(before.output()))
                                    .isPresent());
        }

        private Optional<Weighting> through(Architecture.Node node, Weighting weighting, boolean last) {
            NetworkLayer layer = Objects.requireNonNull(layers.get(node.name()));
            String wanted = last ? "softmax" : "linear";
            if (node.output().hasPlaces() || !activation(node.layer()).equals(wanted)) {
                return Optional.empty();
            }
            if (node.layer() instanceof Dense
                    || node.layer() instanceof Convolution convolution && convolution.isOfOnePlace()) {
                return Optional.of(weighting.after(layer.weights("kernel")));
            }
            if (node.layer() instanceof Normalization normalization) {
                return Optional.of(weighting.after(normalization.factors(layer)));
            }
            if (node.layer() instanceof Scaling scaling) {
                return Optional.of(weighting.after(scaling.factors(node.output().channels())));
            }
            return node.layer() instanceof Reshaping ? Optional.of(weighting) : Optional.empty();
        }
    }
}
