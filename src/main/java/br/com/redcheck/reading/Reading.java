package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Refusal;
<<<<<<< HEAD
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
=======
import jakarta.persistence.CascadeType;
>>>>>>> inference
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one network said about one subject of an exam, or why it may not say anything. Never changed once written. */
@Entity
class Reading {
    @Id
    private UUID id;

    private UUID owner;
    private UUID examId;
    private UUID subject;
    private String model;
    private String version;
    private String modelSha256;
    private String inputSha256;
    private Instant readAt;
    private @Nullable Double suspected;
    private double threshold;
    private @Nullable String refusal;
    private String[] refusalArguments = {};

    @ElementCollection
    @CollectionTable(name = "reading_slice", joinColumns = @JoinColumn(name = "reading_id"))
    @OrderColumn(name = "ordinal")
    private List<ReadingSlice> slices = new ArrayList<>();

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

    void says(double suspected) {
        this.suspected = suspected;
    }

    void refuses(Refusal reason) {
        this.refusal = reason.key();
        this.refusalArguments =
                reason.arguments().stream().map(Objects::toString).toArray(String[]::new);
    }
}
