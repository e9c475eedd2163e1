package br.com.redcheck.inference;

import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.inference.Verdict.ImageResult;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.model.RefusedModel;
import br.com.redcheck.model.TrainedNetwork;
import br.com.redcheck.platform.Remark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** The networks of the catalog, reading exams: each is loaded once, when it is first needed, and shared by all. */
@Service
@EnableConfigurationProperties(InferenceSettings.class)
public final class Networks implements AutoCloseable {
    private final ModelCatalog catalog;
    private final InferenceSettings settings;
    private final Engine engine = new Engine();
    private final Map<ModelCard, ReadyNetwork> loaded = new ConcurrentHashMap<>();
    private final Map<ModelCard, Optional<RefusedModel>> tried = new ConcurrentHashMap<>();
    private final Semaphore turns;

    public Networks(ModelCatalog catalog, InferenceSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
        this.turns = new Semaphore(settings.readers(), true);
    }

    /**
     * Reads films, or the images of one CT series, in any order.
     *
     * <p>Images that the card excludes are passed over as long as there are others: a lateral film beside a frontal one, the
     * localizer of a series. So are films that by their pixels are lateral, turned or negative.
     *
     * @throws NotForThisNetwork if the card excludes all of them; the reason is the first one's
     * @throws RefusedModel if the network itself is not sound
     */
    public Verdict read(ModelCard card, List<ReadableImage> images) {
        return read(card, images, Map.of(), said -> {});
    }

    /**
     * Reads an exam, or what is left of it, and tells what it sees on the way.
     *
     * @param known what the same network has said of some of these images before, by their places in the list
     * @param told hears what is said of the others, some at a time
     * @see #read(ModelCard, List)
     */
    public Verdict read(
            ModelCard card,
            List<ReadableImage> images,
            Map<Integer, ImageResult> known,
            Consumer<List<ImageResult>> told) {
        Choice choice = choose(card, images.stream().map(ReadableImage::facts).toList());
        List<Integer> chosen = choice.places();
        turns.acquireUninterruptibly();
        try {
            Map<Integer, ImageResult> said = new HashMap<>(known);
            List<Integer> left =
                    chosen.stream().filter(image -> !known.containsKey(image)).toList();
            Look look = new Look(card, ready(card), images);
            look.at(left, settings.batch(), !known.isEmpty(), some -> {
                some.forEach(result -> said.put(result.index(), result));
                told.accept(some);
            });
            Verdict verdict = verdict(
                    card,
                    Stream.concat(remarks(choice, images).stream(), look.remarks().stream())
                            .toList(),
                    chosen.stream()
                            .flatMap(image -> Stream.ofNullable(said.get(image)))
                            .toList());
            return steadied(verdict, look);
        } finally {
            turns.release();
        }
    }

    private static List<Remark> remarks(Choice choice, List<ReadableImage> images) {
        List<ReadableImage> witnesses =
                choice.witnesses().stream().map(images::get).toList();
        return Stream.concat(choice.remarks().stream(), LungCoverage.remarks(witnesses).stream())
                .toList();
    }

    /** Whether the network of a card may read an image; says why not. */
    public Optional<NotForThisNetwork> objection(ModelCard card, ImageFacts facts) {
        return Acceptance.objection(card, facts);
    }

    /**
     * Which images {@link #read} would look at, in its order; all that the card does not exclude, of a series those of its rule.
     *
     * @param images the headers' facts
     * @return places in that list, and what has to be told of it
     * @throws NotForThisNetwork as {@link #read} does
     */
    public Choice choose(ModelCard card, List<ImageFacts> images) {
        List<Integer> accepted = IntStream.range(0, images.size())
                .filter(i -> Acceptance.objection(card, images.get(i)).isEmpty())
                .boxed()
                .toList();
        if (accepted.isEmpty()) {
            throw images.stream()
                    .findFirst()
                    .flatMap(facts -> Acceptance.objection(card, facts))
                    .orElseGet(() -> new NotForThisNetwork(Reason.NOTHING));
        }
        return card.preparation()
                .slices()
                .map(rule -> new SliceChoice(rule)
                        .choose(accepted.stream().map(images::get).toList())
                        .within(accepted))
                .orElseGet(() -> new Choice(accepted, List.of(), List.of()));
    }

    private static Verdict verdict(ModelCard card, List<Remark> remarks, List<ImageResult> results) {
        List<Double> suspected = suspected(card, results);
        double score = card.preparation()
                .slices()
                .map(rule -> new SliceChoice(rule).score(suspected))
                .orElseGet(() -> suspected.stream().max(Double::compare).orElseThrow());
        return new Verdict(card, score, card.labelOf(score), unlikeness(results), remarks, results);
    }

    /** Whether the result stands when the pictures that made it are held otherwise. */
    private static Verdict steadied(Verdict verdict, Look look) {
        List<Double> scores = look.otherwise(weighing(verdict)).stream()
                .flatMapToDouble(said -> said.stream().mapToDouble(Double::doubleValue).average().stream())
                .boxed()
                .toList();
        return new Steadiness(verdict.suspected(), scores, verdict.card().threshold())
                .remark()
                .map(verdict::with)
                .orElse(verdict);
    }

    /** The places of the images whose probabilities make the result. */
    private static List<Integer> weighing(Verdict verdict) {
        List<Double> suspected = suspected(verdict.card(), verdict.images());
        return verdict
                .card()
                .preparation()
                .slices()
                .map(rule -> new SliceChoice(rule).weighing(suspected))
                .orElseGet(() -> List.of(suspected.indexOf(verdict.suspected())))
                .stream()
                .map(place -> verdict.images().get(place).index())
                .toList();
    }

    private static List<Double> suspected(ModelCard card, List<ImageResult> results) {
        return results.stream()
                .map(result -> result.probabilities().get(card.positiveLabel()))
                .toList();
    }

    /** The median: a few odd slices, such as those through the shoulders, do not make a series odd. */
    private static OptionalDouble unlikeness(List<ImageResult> results) {
        double[] sorted = results.stream()
                .flatMapToDouble(result -> result.unlikeness().stream())
                .sorted()
                .toArray();
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length / 2]);
    }

    private ReadyNetwork ready(ModelCard card) {
        return loaded.computeIfAbsent(card, wanted -> new ReadyNetwork(load(wanted), catalog.familiarity(wanted)));
    }

    private LoadedNetwork load(ModelCard card) {
        TrainedNetwork network = catalog.network(card);
        if (!catalog.isOurs(card)) {
            tried.computeIfAbsent(card, this::refusal).ifPresent(refused -> {
                throw refused;
            });
        }
        return card.activationLayer()
                .map(layer -> LoadedNetwork.of(engine, network, layer))
                .orElseGet(() -> LoadedNetwork.of(engine, network));
    }

    /** Why a network that others brought is not run here; found out once. */
    private Optional<RefusedModel> refusal(ModelCard card) {
        try {
            new Trial(catalog.file(card), Optional.empty(), false).run(1);
            return Optional.empty();
        } catch (RefusedModel refused) {
            return Optional.of(refused);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
