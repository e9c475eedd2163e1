package br.com.redcheck.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one network said about an exam, or why it said nothing.
 *
 * @param modelSha256 of the network's file, in hexadecimal
 * @param inputSha256 of what it was given, in hexadecimal
 * @param suspected probability of the suspected class, 0 to 1, or null if it said nothing
 * @param threshold the probability from which on the label is suspected
 * @param classed whether a class may be told; not where the images are unlike what the network was trained with,
 *     or where it hangs on how they are held
 * @param positive whether it reaches the threshold
 * @param unlikeness how unlike what the network was trained with the images are, 1 at the limit; null where that was not measured
 * @param warning what the network's card wants to stand beside each result, in the reader's language, or null
 * @param remarks what has to be told beside this result, in the reader's language
 * @param refusalCode stable name of the reason why it said nothing, or null
 * @param refusal the same in the reader's language, or null
 * @param slices what was read, in the order of reading
 */
public record ReadingResult(
        UUID id,
        String model,
        String version,
        String modelSha256,
        String inputSha256,
        Instant readAt,
        @Nullable Double suspected,
        double threshold,
        boolean classed,
        boolean positive,
        @Nullable Double unlikeness,
        @Nullable String warning,
        List<SaidRemark> remarks,
        @Nullable String refusalCode,
        @Nullable String refusal,
        List<SliceResult> slices) {
    /**
     * One image that was read.
     *
     * @param frame from 0
     * @param suspected probability of the suspected class, 0 to 1
     */
    public record SliceResult(UUID image, int frame, double suspected, boolean heatMap) {}
}
