package br.com.redcheck.model;

import br.com.redcheck.model.TrainedNetwork.NoMap;
import java.util.Optional;

/**
 * How a network comes from places to an answer.
 *
 * @param features the name of the last layer with places, seen from the answer: poolings and whatever does not compute are
 *     passed by, so in a VGG16 it is the last convolution after its ReLU
 * @param noMap why no class activation map is defined, if none is
 */
record Head(Optional<String> features, Optional<NoMap> noMap) {
    static Head of(Architecture architecture) {
        Architecture.Node answer = architecture.output();
        return new Head(features(architecture, answer), noMap(architecture, answer));
    }

    private static Optional<String> features(Architecture architecture, Architecture.Node from) {
        Optional<Architecture.Node> at = Optional.of(from);
        while (at.isPresent() && isPassedBy(at.get())) {
            at = architecture.node(at.get().inputs().get(0));
        }
        return at.map(Architecture.Node::name);
    }

    private static boolean isPassedBy(Architecture.Node node) {
        return !node.output().isImage()
                || node.layer() instanceof Pooling
                || node.layer() instanceof Plain plain && plain.type().equals(Plain.DROPOUT);
    }

    private static Optional<NoMap> noMap(Architecture architecture, Architecture.Node answer) {
        if (!(answer.layer() instanceof Dense dense) || !dense.activation().equals("softmax") || dense.units() < 2) {
            return Optional.of(NoMap.NOT_SOFTMAX);
        }
        Optional<Architecture.Node> before = architecture.node(answer.inputs().get(0));
        while (before.isPresent() && before.get().layer().type().equals(Plain.DROPOUT)) {
            before = architecture.node(before.get().inputs().get(0));
        }
        boolean pooled =
                before.filter(node -> Plain.isGlobalPooling(node.layer())).isPresent();
        return pooled ? Optional.empty() : Optional.of(NoMap.NO_GLOBAL_POOLING);
    }
}
