package br.com.redcheck.inference;

import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.platform.Remark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The slices of a series from the head down: by ImagePositionPatient; without it by SliceLocation; without that by InstanceNumber, which
 * counts from the head.
 *
 * <p>What most of a series says decides: an image that does not say it, such as the page of a dose report that was filed with the slices,
 * is left out.
 */
record SliceOrder(List<Integer> headFirst, List<Remark> remarks) {
    /** A step between neighbours counts as a gap from so many usual steps on, */
    private static final double USUAL_STEPS = 1.5;

    /** and from so many millimetres on, behind which something that matters may hide. */
    private static final double LEAST_GAP = 10;

    /** @throws NotForThisNetwork if nothing says in which order they lie */
    static SliceOrder of(List<ImageFacts> images) {
        for (Direction direction : Direction.values()) {
            List<Integer> lying = IntStream.range(0, images.size())
                    .filter(place -> direction.down(images.get(place)).isPresent())
                    .boxed()
                    .toList();
            if (2 * lying.size() > images.size()) {
                return of(images, lying, direction);
            }
        }
        throw new NotForThisNetwork(Reason.NO_ORDER);
    }

    private static SliceOrder of(List<ImageFacts> images, List<Integer> lying, Direction direction) {
        List<Integer> sorted = new ArrayList<>(lying);
        sorted.sort(
                Comparator.comparing(place -> direction.down(images.get(place)).orElseThrow()));
        List<Remark> remarks = new ArrayList<>();
        if (lying.size() < images.size()) {
            remarks.add(Remark.of("no-place", images.size() - lying.size()));
        }
        if (direction != Direction.NUMBER) {
            gaps(sorted.stream()
                            .mapToDouble(
                                    place -> direction.down(images.get(place)).orElseThrow())
                            .toArray())
                    .ifPresent(remarks::add);
        }
        return new SliceOrder(sorted, remarks);
    }

    /** @param down where the slices lie, in millimetres, ascending */
    private static Optional<Remark> gaps(double[] down) {
        double[] steps = IntStream.range(1, down.length)
                .mapToDouble(i -> down[i] - down[i - 1])
                .sorted()
                .toArray();
        if (steps.length == 0) {
            return Optional.empty();
        }
        double least = Math.max(LEAST_GAP, USUAL_STEPS * steps[steps.length / 2]);
        long gaps = Arrays.stream(steps).filter(step -> step >= least).count();
        return gaps == 0 ? Optional.empty() : Optional.of(Remark.of("gap", gaps, Math.round(steps[steps.length - 1])));
    }

    /** What may say where a slice lies. */
    private enum Direction {
        POSITION,
        LOCATION,
        NUMBER;

        /** The further down the body, the greater. */
        OptionalDouble down(ImageFacts facts) {
            return switch (this) {
                case POSITION -> negative(facts.positionZ());
                case LOCATION -> negative(facts.sliceLocation());
                case NUMBER ->
                    facts.instanceNumber().isPresent()
                            ? OptionalDouble.of(facts.instanceNumber().getAsInt())
                            : OptionalDouble.empty();
            };
        }

        private static OptionalDouble negative(OptionalDouble number) {
            return number.isPresent() ? OptionalDouble.of(-number.getAsDouble()) : number;
        }
    }
}
