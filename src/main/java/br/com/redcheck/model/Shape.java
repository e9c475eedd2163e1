package br.com.redcheck.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sizes of a tensor, without the batch: height, width and channels of an image, or the length of a vector; none for a number.
 *
 * @param sizes all of them positive
 */
public record Shape(List<Integer> sizes) {
    public Shape {
        sizes = List.copyOf(sizes);
    }

    /** A shape of these sizes. */
    public static Shape of(int... sizes) {
        return new Shape(IntStream.of(sizes).boxed().toList());
    }

    /**
     * How many values it holds.
     *
     * @throws ArithmeticException if that does not fit in 63 bits
     */
    public long values() {
        return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** Whether this is a single number. */
    boolean isCount() {
        return sizes.isEmpty();
    }

    /** Whether this is an image: height, width and channels. */
    public boolean isImage() {
        return sizes.size() == 3;
    }

    /** Whether there is more than one place: an image of one row and one column is a vector with two sides more. */
    boolean hasPlaces() {
        return values() > channels();
    }

    /** The last size: the channels of an image, the length of a vector. */
    public int channels() {
        return sizes.get(sizes.size() - 1);
    }

    /** The same sizes but the last. */
    Shape withChannels(int channels) {
        return new Shape(Stream.concat(sizes.stream().limit(sizes.size() - 1L), Stream.of(channels))
                .toList());
    }

    int size(int axis) {
        return sizes.get(axis);
    }

    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
