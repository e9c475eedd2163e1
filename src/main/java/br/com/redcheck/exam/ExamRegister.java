package br.com.redcheck.exam;

import br.com.redcheck.account.DurableLater;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.exam.ImageMask.Origin;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.platform.text.PlainText;
import br.com.redcheck.vault.BlobRef;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what has been sealed: the exam, its series, the image, all in one transaction with the wish to read it. */
@Service
@Transactional
class ExamRegister {
    /** The time at which an exam is to be read moves when it moves by such a part of the quiet time, and not for every image. */
    private static final int QUIET_PARTS = 20;

    private final Exams exams;
    private final SeriesOfExams series;
    private final Instances instances;
    private final ToldIdentity told;
    private final EntityManager entities;
    private final IntakeSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ExamRegister(
            Exams exams,
            SeriesOfExams series,
            Instances instances,
            ToldIdentity told,
            EntityManager entities,
            IntakeSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.exams = exams;
        this.series = series;
        this.instances = instances;
        this.told = told;
        this.entities = entities;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Where an image belongs.
     *
     * @param held the same image, if it is here already
     * @param toldSince since when it has been told who the patient is
     * @param told names, numbers and dates of the patient
     */
    record Place(Optional<HeldImage> held, Optional<Instant> toldSince, List<String> told) {}

    /** Where an image of the owner's belongs that is not cleaned yet. */
    @DurableLater
    Place placeOf(OwnerId owner, DataSet image) {
        Optional<HeldImage> held = held(owner, image);
        Optional<ExamId> exam = exams.ofStudy(owner.value(), uid(image, Tag.STUDY_INSTANCE_UID), pseudonym(image))
                .map(ExamId::new);
        Optional<Instant> toldSince = exam.flatMap(known -> told.since(owner, known));
        List<String> texts = exam.map(known -> told.texts(owner, known)).orElse(List.of());
        return new Place(held, toldSince, texts);
    }

    /** The same image of the owner's, if it is here already. */
    @Transactional(readOnly = true)
    Optional<HeldImage> held(OwnerId owner, DataSet image) {
        return instances.held(owner.value(), uid(image, Tag.SOP_INSTANCE_UID));
    }

    /**
     * Puts a sealed image on the shelf, with what was done to it.
     *
     * @param toldSince since when it had been told who the patient is when the image was searched for that
     * @return its exam, or empty if the same image got there first; on the disk with the next commit that waits for it
     */
    @DurableLater
    Optional<ExamId> add(OwnerId owner, DataSet image, CleanedImage cleaned, Optional<Instant> toldSince) {
        Instant now = clock.instant();
        Exam exam = examOf(owner, image, now);
        UUID seriesId = seriesOf(owner, exam.id(), image);
        UUID id = UUID.randomUUID();
        SealedImage sealed = cleaned.sealed();
        int added = instances.addIfNew(
                id,
                seriesId,
                owner.value(),
                uid(image, Tag.SOP_INSTANCE_UID),
                instanceNumber(image),
                SlicePosition.of(image).orElse(null),
                sealed.frames(),
                sealed.viewable(),
                sealed.blob().id(),
                cleaned.uncovered().map(BlobRef::id).orElse(null),
                sealed.bytes(),
                sealed.sha256(),
                now);
        if (added == 0) {
            return Optional.empty();
        }
        entities.persist(new Cleaning(id, owner.value(), cleaned, now));
        cleaned.masks().forEach(mask -> entities.persist(new ImageMask(id, owner.value(), mask, Origin.FOUND, now)));
        if (!told.since(owner, exam.id()).equals(toldSince)) {
            events.publishEvent(new IdentityTold(owner, exam.id()));
        }
        if (!exam.arrivingSince(now.minus(settings.quiet().dividedBy(QUIET_PARTS)))) {
            exam.arriving(now);
            events.publishEvent(new ExamArrived(owner, exam.id(), now.plus(settings.quiet()), exam.urgent()));
        }
        return Optional.of(exam.id());
    }

    private Exam examOf(OwnerId owner, DataSet image, Instant now) {
        String study = uid(image, Tag.STUDY_INSTANCE_UID);
        String pseudonym = pseudonym(image);
        return exams.lockByStudy(owner.value(), study, pseudonym).orElseGet(() -> {
            exams.addIfNew(
                    UUID.randomUUID(),
                    owner.value(),
                    study,
                    text(image, Tag.MODALITY).orElse("OT"),
                    text(image, Tag.PATIENT_SEX).orElse(null),
                    text(image, Tag.PATIENT_AGE).orElse(null),
                    pseudonym.isEmpty() ? null : pseudonym,
                    now);
            return exams.lockByStudy(owner.value(), study, pseudonym).orElseThrow();
        });
    }

    private static String pseudonym(DataSet image) {
        return text(image, Tag.PATIENT_ID).orElse("");
    }

    private UUID seriesOf(OwnerId owner, ExamId exam, DataSet image) {
        String uid = uid(image, Tag.SERIES_INSTANCE_UID);
        return series.ofExam(owner.value(), exam.value(), uid)
                .orElseGet(() -> {
                    series.addIfNew(
                            UUID.randomUUID(),
                            exam.value(),
                            owner.value(),
                            uid,
                            text(image, Tag.MODALITY).orElse("OT"));
                    return series.ofExam(owner.value(), exam.value(), uid).orElseThrow();
                })
                .id();
    }

    private static @Nullable Integer instanceNumber(DataSet image) {
        var number = image.integer(Tag.INSTANCE_NUMBER);
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static String uid(DataSet image, int tag) {
        return text(image, tag).orElseThrow(Unidentifiable::new);
    }

    /** What a broken device has put between the characters would be refused by the database. */
    private static Optional<String> text(DataSet image, int tag) {
        return image.string(tag).map(PlainText::of).filter(value -> !value.isEmpty());
    }

    /** An image without the UIDs that say what it is and where it belongs (PS3.3 C.12.1, C.7.2.1, C.7.3.1) cannot be kept apart from others. */
    static final class Unidentifiable extends Refusal {
        private static final long serialVersionUID = 1L;

        Unidentifiable() {
            super("refusal.unidentifiable");
        }
    }
}
