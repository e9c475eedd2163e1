package br.com.redcheck.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes one scan out of a series that holds several: two time points, two reconstructions, two directions. What differs and lies one below
 * the other, as when each breath has an acquisition of its own, is one scan.
 */
final class Scans {
    private static final List<Function<Scan, Object>> MARKS =
            List.of(Scan::timePoint, Scan::acquisition, Scan::reconstruction);

    /** Of fewer slices than these no scan is made. */
    private static final int LEAST = 3;

    private Scans() {}

    /**
     * The slices of the scan that reaches farthest, and if several reach as far, to a centimetre, of the one with most slices, the earliest
     * of those.
     *
     * @param slices from the head down
     */
    static List<Slice> largest(List<Slice> slices) {
        List<Slice> left = largestOf(directions(slices));
        for (Function<Scan, Object> mark : MARKS) {
            Collection<List<Slice>> scans = left.stream()
                    .sorted(Comparator.comparing(slice -> slice.facts().scan(), Scan.EARLIER))
                    .collect(Collectors.groupingBy(
                            slice -> mark.apply(slice.facts().scan()), LinkedHashMap::new, Collectors.toList()))
                    .values();
            if (overlap(scans)) {
                left = largestOf(scans);
            }
        }
        return left;
    }

    private static List<List<Slice>> directions(List<Slice> slices) {
        List<List<Slice>> directions = new ArrayList<>();
        for (Slice slice : slices) {
            directions.stream()
                    .filter(direction -> direction.get(0).parallelTo(slice))
                    .findFirst()
                    .orElseGet(() -> {
                        directions.add(new ArrayList<>());
                        return directions.get(directions.size() - 1);
                    })
                    .add(slice);
        }
        return directions;
    }

    private static List<Slice> largestOf(Collection<List<Slice>> scans) {
        List<Slice> largest = List.of();
        for (List<Slice> scan : scans) {
            if (largest.isEmpty() || larger(scan, largest)) {
                largest = scan;
            }
        }
        return largest;
    }

    private static boolean larger(List<Slice> one, List<Slice> other) {
        long farther = Math.round((length(one) - length(other)) / 10);
        return farther > 0 || (farther == 0 && one.size() > other.size());
    }

    private static double length(List<Slice> scan) {
        return lowest(scan) - highest(scan);
    }

    /** Whether at least half of one scan lies between the ends of another. */
    private static boolean overlap(Collection<List<Slice>> scans) {
        List<List<Slice>> whole =
                scans.stream().filter(scan -> scan.size() >= LEAST).toList();
        return whole.stream()
                .anyMatch(one ->
                        whole.stream().anyMatch(other -> one != other && 2 * within(one, other) >= one.size()));
    }

    private static long within(List<Slice> one, List<Slice> other) {
        double highest = highest(other);
        double lowest = lowest(other);
        return one.stream()
                .filter(slice -> slice.down() >= highest && slice.down() <= lowest)
                .count();
    }

    private static double highest(List<Slice> scan) {
        return scan.stream().mapToDouble(Slice::down).min().orElseThrow();
    }

    private static double lowest(List<Slice> scan) {
        return scan.stream().mapToDouble(Slice::down).max().orElseThrow();
    }
}
