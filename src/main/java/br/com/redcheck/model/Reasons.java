package br.com.redcheck.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers why a network is refused, so that whoever made it hears of everything at once. */
final class Reasons {
    /** More would not be read. */
    private static final int MOST = 20;

    private final List<RefusedModel> found = new ArrayList<>();

    /** What a piece of work gives; nothing if it ends in a refusal, which is kept. */
    <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RefusedModel refused) {
            if (found.size() < MOST && found.stream().noneMatch(refused::saysTheSame)) {
                found.add(refused);
            }
            return Optional.empty();
        }
    }

    /**
     * Ends here if something was found.
     *
     * @throws RefusedModel with all of it
     */
    void refuse() {
        if (!found.isEmpty()) {
            throw RefusedModel.all(found);
        }
    }
}
