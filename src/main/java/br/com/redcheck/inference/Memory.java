package br.com.redcheck.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Native memory for what layers give: it is kept, and lent again, as long as its owner lives. For one thread. */
final class Memory {
    private final List<FloatPointer> free = new ArrayList<>();

    /** Lends room for so many values, whatever it holds; the least that is large enough. */
    FloatPointer take(long length) {
        FloatPointer room = free.stream()
                .filter(each -> each.capacity() >= length)
                .min(Comparator.comparingLong(FloatPointer::capacity))
                .orElseGet(() -> grown(length));
        free.remove(room);
        return room;
    }

    /** Takes back what was lent. */
    void give(FloatPointer room) {
        free.add(room);
    }

    /** What is too small for this is as a rule too small for the rest: the largest gives way. */
    private FloatPointer grown(long length) {
        free.stream().max(Comparator.comparingLong(FloatPointer::capacity)).ifPresent(largest -> {
            free.remove(largest);
            largest.close();
        });
        return new FloatPointer(length);
    }
}
