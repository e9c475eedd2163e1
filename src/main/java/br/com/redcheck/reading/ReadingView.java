package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading as people are shown it.
 *
 * @param suspected probability of the suspected class, 0 to 1; 0 for a refusal
 * @param positive whether it reaches the threshold
 * @param warning what the network's card wants to stand beside each result, in the reader's language, or null
 * @param refusal why there is no result, in the reader's language, or null
 * @param performance how well the network did where its card says; empty if the network is no longer installed
 * @param slices what was read, in the order of reading
 */
public record ReadingView(
        UUID id,
        String model,
        String version,
        String modelSha256,
        String inputSha256,
        Instant readAt,
        double suspected,
        double threshold,
        boolean positive,
        @Nullable String warning,
        @Nullable String refusal,
        List<ModelCard.Performance> performance,
        List<SliceView> slices) {
    public boolean refused() {
        return refusal != null;
    }

    /** The ordinal of the slice with the highest probability, where a doctor will want to look first. */
    public int mostSuspected() {
        return slices.stream()
                .max((one, other) -> Double.compare(one.suspected(), other.suspected()))
                .map(SliceView::ordinal)
                .orElse(0);
    }

    /** Whether there is a map to show. */
    public boolean heatMap() {
        return slices.stream().anyMatch(SliceView::heatMap);
    }

    /**
     * One image that was read.
     *
     * @param percent the probability as people read it
     */
    public record SliceView(int ordinal, UUID image, int frame, double suspected, String percent, boolean heatMap) {
        /** Height of the slice's bar, 0 to 100, never so low that it cannot be clicked. */
        public double bar() {
            return Math.max(4, 100 * suspected);
        }
    }
}
