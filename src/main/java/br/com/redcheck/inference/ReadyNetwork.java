package br.com.redcheck.inference;

import br.com.redcheck.inference.Verdict.ImageResult;
import br.com.redcheck.model.Familiarity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A network, and how what it was trained with looks to it. */
record ReadyNetwork(LoadedNetwork network, Optional<Familiarity> familiarity) {
    List<LoadedNetwork.Pass> read(List<Picture> pictures) {
        return network.read(pictures);
    }

    /** What it said in a pass of the image at a place. */
    ImageResult result(int index, LoadedNetwork.Pass pass, int classIndex) {
        List<Double> probabilities = Arrays.stream(pass.probabilities()).boxed().toList();
        OptionalDouble unlikeness = familiarity
                .map(known -> OptionalDouble.of(known.unlikeness(pass.pooled(known.features()))))
                .orElseGet(OptionalDouble::empty);
        return new ImageResult(index, probabilities, network.cam(pass, classIndex), unlikeness);
    }
}
