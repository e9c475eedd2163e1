package br.com.redcheck.inference;

import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.model.ModelCard.Slices;
import java.util.Comparator;
import java.util.List;
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
     * @throws NotForThisNetwork if there are not enough, or nothing says in which order they lie
     */
    Choice choose(List<ImageFacts> images) {
        requireEnough(images.size());
        SliceOrder order = SliceOrder.of(images);
        requireEnough(order.headFirst().size());
        return new Choice(atEqualSteps(order.headFirst()), witnesses(order.headFirst()), order.remarks());
    }

    private static List<Integer> witnesses(List<Integer> sorted) {
        int last = sorted.size() - 1;
        return List.of(sorted.get(0), sorted.get(last / 2), sorted.get(last));
    }

    private void requireEnough(int slices) {
        if (slices < rule.least()) {
            throw new NotForThisNetwork(Reason.TOO_FEW_SLICES, slices, rule.least());
        }
    }

    private List<Integer> atEqualSteps(List<Integer> sorted) {
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

    /** The exam's probability: the mean of the slices that stand out. */
    double score(List<Double> probabilities) {
        return weighing(probabilities).stream()
                .mapToDouble(probabilities::get)
                .average()
                .orElseThrow();
    }

    /** The places of the slices that stand out, a share of them rounded up. */
    List<Integer> weighing(List<Double> probabilities) {
        return IntStream.range(0, probabilities.size())
                .boxed()
                .sorted(Comparator.comparing(probabilities::get, Comparator.reverseOrder()))
                .limit((long) Math.ceil(probabilities.size() * rule.scoredShare()))
                .toList();
    }
}
