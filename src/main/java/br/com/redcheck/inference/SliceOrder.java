package br.com.redcheck.inference;

import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.platform.Remark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The slices of one scan from the head down, each level once: by ImagePositionPatient; without it by SliceLocation; without that by
 * InstanceNumber, which counts from the head.
 *
 * <p>What most of a series says decides: an image that does not say it, such as the page of a dose report that was filed with the slices,
 * is left out.
 *
 * @param headFirst places in the list of the series' images
 * @param remarks what was left out, and what is missing
 */
record SliceOrder(List<Integer> headFirst, List<Remark> remarks) {
    /** A step between neighbours counts as a gap from so many usual steps on, */
    private static final double USUAL_STEPS = 1.5;

    /** and from so many millimetres on, behind which something that matters may hide. */
    private static final double LEAST_GAP = 10;

    /** @throws NotForThisNetwork if nothing says in which order they lie */
    static SliceOrder of(List<ImageFacts> images) {
        for (Direction direction : Direction.values()) {
            List<Slice> lying = lying(images, direction);
            if (2 * lying.size() > images.size()) {
                return of(images.size(), lying, direction != Direction.NUMBER);
            }
        }
        throw new NotForThisNetwork(Reason.NO_ORDER);
    }

    private static List<Slice> lying(List<ImageFacts> images, Direction direction) {
        return IntStream.range(0, images.size())
                .filter(place -> direction.down(images.get(place)).isPresent())
                .mapToObj(place ->
                        new Slice(place, direction.down(images.get(place)).orElseThrow(), images.get(place)))
                .sorted(Slice.HEAD_FIRST)
                .toList();
    }

    /** @param measured whether it is known in millimetres where they lie */
    private static SliceOrder of(int images, List<Slice> lying, boolean measured) {
        List<Slice> scan =
                Scans.largest(lying).stream().sorted(Slice.HEAD_FIRST).toList();
        List<Slice> once = measured ? once(scan) : scan;
        List<Remark> remarks = new ArrayList<>();
        remark("no-place", images - lying.size()).ifPresent(remarks::add);
        if (scan.size() < lying.size()) {
            remarks.add(Remark.of("mixture", scan.size(), lying.size()));
        }
        remark("double", scan.size() - once.size()).ifPresent(remarks::add);
        if (measured) {
            gap(once).ifPresent(remarks::add);
        } else {
            remarks.add(Remark.of("no-positions"));
        }
        return new SliceOrder(once.stream().map(Slice::place).toList(), remarks);
    }

    private static Optional<Remark> remark(String fact, int count) {
        return count == 0 ? Optional.empty() : Optional.of(Remark.of(fact, count));
    }

    /** The first at each level. */
    private static List<Slice> once(List<Slice> sorted) {
        List<Slice> once = new ArrayList<>();
        for (Slice slice : sorted) {
            if (once.isEmpty() || !slice.atLevelOf(once.get(once.size() - 1))) {
                once.add(slice);
            }
        }
        return once;
    }

    private static Optional<Remark> gap(List<Slice> sorted) {
        double[] steps = IntStream.range(1, sorted.size())
                .mapToDouble(i -> sorted.get(i).down() - sorted.get(i - 1).down())
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
