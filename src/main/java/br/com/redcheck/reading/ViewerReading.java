package br.com.redcheck.reading;

import br.com.redcheck.reading.ReadingView.SliceView;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer says of a reading.
 *
 * @param network its name and version
 * @param suspected probability of the suspected class, 0 to 1; 0 for a refusal
 * @param card the address of the page with the network's card; null if it is no longer installed
 * @param classed whether a class may be told; not where the images are unlike what the network was trained with,
 *     or where it hangs on how they are held
 * @param positive whether the class is the suspected one
 * @param unlikeness how unlike what the network was trained with it is, 1 at the limit; null where that was not measured
 * @param warning what has to stand beside the result, in the reader's language, or null: what the network's card wants to stand beside
 *     each, and the remarks
 * @param refusal why there is no result, in the reader's language, or null
 * @param slices what was read, in the order of reading
 */
record ViewerReading(
        UUID id,
        String network,
        double suspected,
        double threshold,
        @Nullable String card,
        boolean classed,
        boolean positive,
        @Nullable Double unlikeness,
        @Nullable String warning,
        @Nullable String refusal,
        List<SliceView> slices) {
    ViewerReading(ReadingView view) {
        this(
                view.id(),
                view.model() + " " + view.version(),
                view.suspected(),
                view.threshold(),
                view.network().installed() ? "/networks/" + view.model() + "/" + view.version() : null,
                view.classed(),
                view.positive(),
                view.unlikeness(),
                warning(view),
                view.refusal(),
                view.slices());
    }

    private static @Nullable String warning(ReadingView view) {
        String all = Stream.concat(
                        Stream.ofNullable(view.network().warning()),
                        view.remarks().stream().map(SaidRemark::text))
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }
}
