package br.com.redcheck.inference;

import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Remark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a network says of an exam: support for a decision, not a diagnosis.
 *
 * @param card the network's; its warning, if any, must stand wherever this is shown
 * @param suspected the probability of the suspected class, 0 to 1: of a CT series the score of its card, of films the highest
 * @param label the card's label for that probability
 * @param unlikeness how unlike the training pictures what was read is, 1 at the limit: the median of the images; empty where the
 *     network has no measure of it, see {@link br.com.redcheck.model.Familiarity}
 * @param remarks what has to be told beside it: of a series what is amiss with its slices
 * @param images what was said of each image that was read, from the head down or in the order given
 */
public record Verdict(
        ModelCard card,
        double suspected,
        String label,
        OptionalDouble unlikeness,
        List<Remark> remarks,
        List<ImageResult> images) {
    /**
     * What a network says of one image.
     *
     * @param index the image's place in the list that was handed in
     * @param probabilities one per label of the card
     * @param cam where the network looked for the suspected class; empty if no map is defined for this network
     * @param unlikeness how unlike the training pictures it is, 1 at the limit
     */
    public record ImageResult(int index, List<Double> probabilities, Optional<Cam> cam, OptionalDouble unlikeness) {
        public ImageResult {
            probabilities = List.copyOf(probabilities);
        }
    }

    static final String UNSTABLE = "unstable";

    public Verdict {
        remarks = List.copyOf(remarks);
        images = List.copyOf(images);
    }

    /** The same with one remark more. */
    Verdict with(Remark remark) {
        List<Remark> more = Stream.concat(remarks.stream(), Stream.of(remark)).toList();
        return new Verdict(card, suspected, label, unlikeness, more, images);
    }

    /**
     * Whether its class hangs on how the picture is held: mirrored, turned or cropped a little it would be another one. Then no class may be
     * told.
     */
    public boolean unstable() {
        return remarks.stream().anyMatch(remark -> remark.key().equals("remark." + UNSTABLE));
    }
}
