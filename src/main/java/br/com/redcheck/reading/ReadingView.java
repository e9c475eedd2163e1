package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading as people are shown it.
 *
 * @param subject the film or the series
 * @param suspected probability of the suspected class, 0 to 1; 0 for a refusal
 * @param classed whether a class may be told; not where the images are unlike what the network was trained with,
 *     or where it hangs on how they are held
 * @param positive whether the class is the suspected one
 * @param unlikeness how unlike what the network was trained with it is, 1 at the limit; null where that was not measured
 * @param unlike whether that is beyond the limit
 * @param refusal why there is no result, in the reader's language, or null
 * @param remarks what has to be told beside it, in the reader's language
 * @param slices what was read, in the order of reading
 */
public record ReadingView(
        UUID id,
        UUID subject,
        String model,
        String version,
        String modelSha256,
        String inputSha256,
        Instant readAt,
        double suspected,
        double threshold,
        boolean classed,
        boolean positive,
        @Nullable Double unlikeness,
        boolean unlike,
        Network network,
        @Nullable String refusal,
        List<SaidRemark> remarks,
        List<SliceView> slices) {
    /**
     * What is known of the network that made it; nothing if it is no longer installed.
     *
     * @param installed whether it still is
     * @param standing whether its result stands for the exam in lists
     * @param single whether it reads films, each by itself
     * @param warning what its card wants to stand beside each result, in the reader's language, or null
     * @param performance how well it did where its card says
     */
    public record Network(
            boolean installed,
            boolean standing,
            boolean single,
            @Nullable String warning,
            List<ModelCard.Performance> performance) {
        static final Network GONE = new Network(false, false, false, null, List.of());
    }

    public boolean refused() {
        return refusal != null;
    }

    /** Whether another network says another class of the same images. */
    boolean contradicts(ReadingView other) {
        return subject.equals(other.subject) && classed && other.classed && positive != other.positive;
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
