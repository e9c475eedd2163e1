package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.dicom.ReaderFailed;
import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.inference.Verdict.ImageResult;
import br.com.redcheck.inference.ViewCheck.Seen;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Remark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One network's look at the images of an exam, a few at a time; films that are not what they should be are passed over or remarked on. */
final class Look {
    private static final ViewCheck VIEWS = ViewCheck.trained();

    /** More are opened again when they are wanted. */
    private static final int MOST_HELD = 32;

    private final ModelCard card;
    private final ReadyNetwork network;
    private final List<ReadableImage> images;
    private final Preparation preparation;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<NotForThisNetwork> refusals = new ArrayList<>();
    private final Map<Integer, Held> held = new HashMap<>();

    /**
     * A picture at hand.
     *
     * @param aspect how wide its pixels are beside their height, where the image's own are square
     */
    private record Held(Picture picture, double aspect) {
        List<Picture> moved() {
            return Steadiness.MOTIONS.stream()
                    .map(motion -> picture.moved(motion, aspect))
                    .toList();
        }
    }

    Look(ModelCard card, ReadyNetwork network, List<ReadableImage> images) {
        this.card = card;
        this.network = network;
        this.images = images;
        this.preparation = new Preparation(card);
    }

    /** What has to be told of what was seen. */
    List<Remark> remarks() {
        return remarks.stream().distinct().toList();
    }

    /**
     * Looks at some of the images.
     *
     * @param batch how many at a time
     * @param contrast whether something was to be seen in others of the exam
     * @param told hears what is said of them, some at a time
     * @throws NotForThisNetwork if none of them can be read
     */
    void at(List<Integer> chosen, int batch, boolean contrast, Consumer<List<ImageResult>> told) {
        boolean seen = contrast;
        int read = 0;
        for (int from = 0; from < chosen.size(); from += batch) {
            List<Integer> places = new ArrayList<>();
            List<Picture> pictures = new ArrayList<>();
            for (int place : chosen.subList(from, Math.min(from + batch, chosen.size()))) {
                held(place).ifPresent(one -> {
                    places.add(place);
                    pictures.add(one.picture());
                });
            }
            read += pictures.size();
            seen |= pictures.stream().anyMatch(Picture::hasContrast);
            if (!seen && read > 0 && from + batch >= chosen.size()) {
                throw new NotForThisNetwork(Reason.NO_CONTRAST);
            }
            if (!pictures.isEmpty()) {
                told.accept(results(places, pictures));
            }
        }
        if (read == 0 && !refusals.isEmpty()) {
            throw refusals.get(0);
        }
    }

    private List<ImageResult> results(List<Integer> places, List<Picture> pictures) {
        List<LoadedNetwork.Pass> passes = network.read(pictures);
        return IntStream.range(0, passes.size())
                .mapToObj(i -> network.result(places.get(i), passes.get(i), card.positiveLabel()))
                .toList();
    }

    /**
     * What the network says of images that are held otherwise.
     *
     * @param places of those that weigh in the result
     * @return for each way of holding them the probabilities of the suspected class, in the order of the places
     */
    List<List<Double>> otherwise(List<Integer> places) {
        List<List<Double>> said = new ArrayList<>();
        Steadiness.MOTIONS.forEach(motion -> said.add(new ArrayList<>()));
        for (int place : places) {
            Optional.ofNullable(held.get(place)).or(() -> held(place)).ifPresent(one -> {
                List<LoadedNetwork.Pass> passes = network.read(one.moved());
                for (int i = 0; i < passes.size(); i++) {
                    said.get(i).add(passes.get(i).probabilities()[card.positiveLabel()]);
                }
            });
        }
        return said;
    }

    /** The network's input; none for a film that it should not read. */
    private Optional<Held> held(int place) {
        GrayFrame frame = images.get(place).pixels().get();
        Optional<Held> found = ReaderFailed.guarded(() -> Optional.of(preparation.prepare(frame))
                .filter(picture -> !picture.hasContrast() || isAsItShouldBe(frame))
                .map(picture -> new Held(picture, aspect(frame, picture))));
        found.ifPresent(one -> keep(place, one));
        return found;
    }

    private void keep(int place, Held one) {
        if (held.size() < MOST_HELD) {
            held.put(place, one);
        }
    }

    private static double aspect(GrayFrame frame, Picture picture) {
        List<Integer> sizes = picture.shape().sizes();
        return (double) frame.columns() / sizes.get(1) * sizes.get(0) / frame.rows();
    }

    private boolean isAsItShouldBe(GrayFrame frame) {
        boolean film = card.preparation().slices().isEmpty();
        Optional<Seen> seen = film ? VIEWS.look(frame) : Optional.empty();
        Optional<NotForThisNetwork> objection = seen.flatMap(Seen::objection);
        objection.ifPresentOrElse(refusals::add, () -> seen.map(Seen::remark).ifPresent(remarks::add));
        return objection.isEmpty();
    }
}
