package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamProgress;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.ExamSummary;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A doctor's wish that one more network reads an exam that has been read. */
@Service
class FurtherReading {
    private static final Set<ExamState> SETTLED = Set.of(ExamState.READ, ExamState.REFUSED, ExamState.FAILED);

    private final ExamShelf exams;
    private final WantedNetworks wanted;
    private final Readings readings;
    private final NetworkChoice choice;
    private final ModelCatalog catalog;
    private final ExamProgress progress;
    private final AuditLog audit;
    private final Clock clock;

    FurtherReading(
            ExamShelf exams,
            WantedNetworks wanted,
            Readings readings,
            NetworkChoice choice,
            ModelCatalog catalog,
            ExamProgress progress,
            AuditLog audit,
            Clock clock) {
        this.exams = exams;
        this.wanted = wanted;
        this.readings = readings;
        this.choice = choice;
        this.catalog = catalog;
        this.progress = progress;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts the exam in the queue once more, for this network.
     *
     * @param network name and version, {@code vgg16-cam-cxr@0.1.0}
     * @throws NotReadYet if the exam is on its way to its first result, or held
     * @throws br.com.redcheck.model.RefusedModel if there is no such network
     * @throws UnwantedModality if it does not read such exams
     */
    @Transactional
    void ask(OwnerId owner, ExamId id, String network) {
        ExamSummary exam = exams.exam(owner, id);
        if (!SETTLED.contains(exam.state())) {
            throw new NotReadYet();
        }
        ModelCard card = catalog.named(network);
        if (!card.modalities().contains(exam.modality())) {
            throw new UnwantedModality(card.modalities());
        }
        wanted.add(owner, id, card, clock.instant());
        audit.record(owner, "exam.reading-asked", id.value());
        progress.proceed(owner, id);
    }

    /** The networks that could read an exam and have not; none while it is not settled. */
    @Transactional(readOnly = true)
    List<Offer> offered(OwnerId owner, ExamSummary exam) {
        if (!SETTLED.contains(exam.state())) {
            return List.of();
        }
        List<Reading> made = readings.ofExam(owner.value(), exam.id().value());
        List<ModelCard> asked = wanted.of(owner, exam.id());
        return choice.able(exam.modality()).stream()
                .filter(card -> made.stream().noneMatch(reading -> reading.isBy(card)))
                .map(card -> new Offer(card.name(), card.version(), asked.contains(card)))
                .toList();
    }

    /**
     * A network that may be asked to read.
     *
     * @param failed whether it was asked before, and every try has failed
     */
    record Offer(String name, String version, boolean failed) {}
}
