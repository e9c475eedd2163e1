package br.com.redcheck.reading;

import br.com.redcheck.inference.Verdict;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.platform.Remark;
import br.com.redcheck.reading.ReadingView.SliceView;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one network said about one subject of an exam, or why it may not say anything. Never changed once written. */
@Entity
class Reading {
    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // a column that is asked for
    private UUID owner;

    @SuppressWarnings("UnusedVariable") // a column that is asked for
    private UUID examId;

    private UUID subject;
    private String model;
    private String version;
    private String modelSha256;
    private String inputSha256;
    private Instant readAt;
    private @Nullable Double suspected;
    private @Nullable Double unlikeness;
    private boolean unstable;
    private double threshold;
    private @Nullable String refusal;
    private String[] refusalArguments = {};

    @ElementCollection
    @CollectionTable(name = "reading_slice", joinColumns = @JoinColumn(name = "reading_id"))
    @OrderColumn(name = "ordinal")
    private List<ReadingSlice> slices = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "reading_remark", joinColumns = @JoinColumn(name = "reading_id"))
    @OrderColumn(name = "ordinal")
    private List<ReadingRemark> remarks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Reading() {}

    Reading(Subject subject, ModelCard card, Instant readAt) {
        this.id = UUID.randomUUID();
        this.owner = subject.owner().value();
        this.examId = subject.exam().value();
        this.subject = subject.id();
        this.model = card.name();
        this.version = card.version();
        this.modelSha256 = card.sha256();
        this.threshold = card.threshold();
        this.inputSha256 = subject.inputSha256();
        this.readAt = readAt;
    }

    /**
     * Keeps what the network says.
     *
     * @throws UnlikeTraining if what it was given is so strange to it that this would mean nothing
     */
    void says(Verdict verdict, List<ReadingSlice> slices) {
        if (verdict.unlikeness().isPresent()) {
            unlikeness = verdict.unlikeness().getAsDouble();
        }
        Unlikeness.require(verdict.unlikeness());
        this.suspected = verdict.suspected();
        this.unstable = verdict.unstable();
        this.slices.addAll(slices);
        verdict.remarks().forEach(remark -> remarks.add(new ReadingRemark(remark)));
    }

    void refuses(Refusal reason) {
        this.refusal = reason.key();
        this.refusalArguments =
                reason.arguments().stream().map(Objects::toString).toArray(String[]::new);
    }

    UUID id() {
        return id;
    }

    boolean refused() {
        return refusal != null;
    }

    /** The message of the refusal, if it is one. */
    Optional<Message> refusal() {
        return Optional.ofNullable(refusal).map(key -> new Message(key, refusalArguments));
    }

    /** What has to be told beside the result. */
    List<Remark> remarks() {
        return remarks.stream().map(ReadingRemark::remark).toList();
    }

    /** Probability of the suspected class, 0 to 1; 0 for a refusal. */
    double suspected() {
        return suspected == null ? 0 : suspected;
    }

    /** Whether a class may be told: it is no refusal, does not hang on how the picture is held, and what was read looks like what the network knows. */
    boolean classed() {
        return !refused() && !unstable && !Unlikeness.unlike(unlikeness);
    }

    /** Whether the class is the suspected one. */
    boolean positive() {
        return classed() && suspected() >= threshold;
    }

    /** Whether this was made by the network of a card. */
    boolean isBy(ModelCard card) {
        return model.equals(card.name()) && version.equals(card.version());
    }

    UUID subject() {
        return subject;
    }

    /** Name and version of the network, as one word. */
    String network() {
        return model + "." + version;
    }

    /** Whether the other reading is about the same subject by the same network. */
    boolean replaces(Reading other) {
        return subject.equals(other.subject) && network().equals(other.network());
    }

    Optional<ReadingSlice> slice(int ordinal) {
        return ordinal >= 0 && ordinal < slices.size() ? Optional.of(slices.get(ordinal)) : Optional.empty();
    }

    /** The greatest value in all maps of this reading. */
    float strongest() {
        float strongest = 0;
        for (ReadingSlice slice : slices) {
            strongest = Math.max(strongest, slice.cam().map(HeatMap::strongest).orElse(0f));
        }
        return strongest;
    }

    HeatMaps heatMaps() {
        List<HeatMaps.OfSlice> maps =
                slices.stream().flatMap(slice -> slice.heatMap().stream()).toList();
        return new HeatMaps(strongest(), maps);
    }

    /**
     * @param refusalText why there is no result, in the reader's language
     * @param said the remarks, in the reader's language
     */
    ReadingView view(
            ReadingView.Network network, @Nullable String refusalText, List<SaidRemark> said, NumberFormat percent) {
        List<SliceView> views = IntStream.range(0, slices.size())
                .mapToObj(i -> slices.get(i).view(i, percent))
                .toList();
        return new ReadingView(
                id,
                subject,
                model,
                version,
                modelSha256,
                inputSha256,
                readAt,
                suspected(),
                threshold,
                classed(),
                positive(),
                unlikeness,
                Unlikeness.unlike(unlikeness),
                network,
                refusalText,
                said,
                views);
    }

    /** A text's key and what fills its places. */
    record Message(String key, Object[] arguments) {}
}
