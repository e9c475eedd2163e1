package br.com.redcheck.reading;

import br.com.redcheck.reading.ReadingView.SliceView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer says of a reading.
 *
 * @param network its name and version
 * @param suspected probability of the suspected class, 0 to 1; 0 for a refusal
 * @param positive whether it reaches the threshold
 * @param warning what the network's card wants to stand beside each result, in the reader's language, or null
 * @param refusal why there is no result, in the reader's language, or null
 * @param slices what was read, in the order of reading
 */
record ViewerReading(
        UUID id,
        String network,
        double suspected,
        double threshold,
        boolean positive,
        @Nullable String warning,
        @Nullable String refusal,
        List<SliceView> slices) {
    ViewerReading(ReadingView view) {
        this(
                view.id(),
                view.model() + " " + view.version(),
                view.suspected(),
                view.threshold(),
                view.positive(),
                view.warning(),
                view.refusal(),
                view.slices());
    }
}
