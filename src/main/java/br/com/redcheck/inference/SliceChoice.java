package br.com.redcheck.inference;

import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.model.ModelCard.Slices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sorts the slices of a series head first, chooses some of them, and makes one score of theirs, all as a card says. */
final class SliceChoice {
    private final Slices rule;

    SliceChoice(Slices rule) {
        this.rule = rule;
    }

    /**
     * Chooses among images at equal steps.
     *
     * @return their places in the list, from the head down
     */
    List<Integer> choose(List<ImageFacts> images) {
        List<Integer> sorted = headFirst(images);
        if (sorted.size() <= rule.most()) {
            return sorted;
        }
        double first = rule.from() * (sorted.size() - 1);
        double step = (rule.to() - rule.from()) * (sorted.size() - 1) / (rule.most() - 1);
        return IntStream.range(0, rule.most())
                .map(i -> (int) Math.rint(first + i * step))
                .distinct()
                .mapToObj(sorted::get)
                .toList();
    }

    /**
     * By ImagePositionPatient; without it by SliceLocation; without that by InstanceNumber, which counts from the head.
     *
     * @throws NotForThisNetwork if there is none of these
     */
    private static List<Integer> headFirst(List<ImageFacts> images) {
        Function<ImageFacts, Double> down;
        if (images.stream().allMatch(facts -> facts.positionZ().isPresent())) {
            down = facts -> -facts.positionZ().orElseThrow();
        } else if (images.stream().allMatch(facts -> facts.sliceLocation().isPresent())) {
            down = facts -> -facts.sliceLocation().orElseThrow();
        } else if (images.stream().allMatch(facts -> facts.instanceNumber().isPresent())) {
            down = facts -> (double) facts.instanceNumber().orElseThrow();
        } else {
            throw new NotForThisNetwork(Reason.NO_ORDER);
        }
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, images.size()).boxed().toList());
        places.sort(Comparator.comparing(place -> down.apply(images.get(place))));
        return places;
    }

    /** The exam's probability: the mean of the slices that stand out, a share of them rounded up. */
    double score(List<Double> probabilities) {
        return probabilities.stream()
                .sorted(Comparator.reverseOrder())
                .limit((long) Math.ceil(probabilities.size() * rule.scoredShare()))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
