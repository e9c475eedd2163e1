package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.dicom.ReaderFailed;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamImage;
import br.com.redcheck.exam.ExamProgress;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.inference.ImageFacts;
import br.com.redcheck.inference.Networks;
import br.com.redcheck.inference.ReadableImage;
import br.com.redcheck.inference.Verdict;
import br.com.redcheck.inference.Verdict.ImageResult;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.CannotStart;
import br.com.redcheck.platform.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Asks the networks to read an exam and keeps what they say: those that read every exam, the default one first, and those that its
 * doctor wants besides. May be asked twice for the same exam: what was read already, by the same network from the same images, is not
 * read again, not even single images of a series that was not read to the end.
 */
@Service
class ExamReader {
    private final ExamShelf shelf;
    private final ExamProgress progress;
    private final NetworkChoice choice;
    private final WantedNetworks wanted;
    private final Networks networks;
    private final ReadingRegister register;
    private final ReadingNotes notes;
    private final Clock clock;

    ExamReader(
            ExamShelf shelf,
            ExamProgress progress,
            NetworkChoice choice,
            WantedNetworks wanted,
            Networks networks,
            ReadingRegister register,
            ReadingNotes notes,
            Clock clock) {
        this.shelf = shelf;
        this.progress = progress;
        this.choice = choice;
        this.wanted = wanted;
        this.networks = networks;
        this.register = register;
        this.notes = notes;
        this.clock = clock;
    }

    void read(OwnerId owner, ExamId exam) {
        List<Subject> subjects = subjects(owner, exam);
        if (!progress.released(owner, exam) || !progress.come(owner, exam)) {
            return;
        }
        List<Task> tasks = tasks(subjects, wanted.of(owner, exam));
        int all = tasks.stream().mapToInt(Task::images).sum();
        progress.reading(owner, exam, 0, all);
        int before = 0;
        for (Task task : tasks) {
            AtomicInteger done = new AtomicInteger(before);
            read(task, more -> progress.reading(owner, exam, done.addAndGet(more), all));
            before += task.images();
        }
        conclude(owner, exam, subjects);
    }

    /**
     * Reading has failed for good. What the default networks said stands if they said it of everything: then only a further network
     * failed.
     */
    void giveUp(OwnerId owner, ExamId exam) {
        List<Subject> subjects = subjects(owner, exam);
        if (subjects.stream().allMatch(subject -> standing(subject).isPresent())) {
            conclude(owner, exam, subjects);
        } else {
            progress.failed(owner, exam);
        }
    }

    private List<Subject> subjects(OwnerId owner, ExamId exam) {
        return shelf.series(owner, exam).stream()
                .flatMap(series -> Subject.of(owner, exam, series))
                .toList();
    }

    /** What is to be read by whom: everything by the default networks, then what others are to say. */
    private List<Task> tasks(List<Subject> subjects, List<ModelCard> further) {
        List<Task> first = new ArrayList<>();
        List<Task> then = new ArrayList<>();
        for (Subject subject : subjects) {
            List<ModelCard> regular = choice.regular(subject.modality());
            first.add(new Task(subject, regular.get(0)));
            Stream.concat(regular.stream().skip(1), further.stream())
                    .distinct()
                    .filter(card -> !card.equals(regular.get(0)))
                    .filter(card -> card.modalities().contains(subject.modality()))
                    .forEach(card -> then.add(new Task(subject, card)));
        }
        first.addAll(then);
        return first;
    }

    /** What stands for the exam is what the default networks say: the result of its most suspected film or series. */
    private void conclude(OwnerId owner, ExamId exam, List<Subject> subjects) {
        Optional<Reading> worst = subjects.stream()
                .flatMap(subject -> standing(subject).stream())
                .filter(reading -> !reading.refused())
                .max(Comparator.comparing(Reading::classed).thenComparing(Reading::suspected));
        worst.ifPresentOrElse(
                reading ->
                        progress.read(owner, exam, reading.suspected(), reading.classed() ? reading.positive() : null),
                () -> progress.refused(owner, exam));
    }

    /** What the default network said. */
    private Optional<Reading> standing(Subject subject) {
        return choice.standing(subject.modality()).flatMap(card -> register.find(subject.owner(), subject, card));
    }

    private void read(Task task, IntConsumer heard) {
        OwnerId owner = task.subject().owner();
        if (register.find(owner, task.subject(), task.card()).isEmpty()) {
            register.keep(owner, task.subject(), task.card(), ask(task.card(), task.subject(), heard));
        }
    }

    /** @param heard hears how many images more have been read */
    private Reading ask(ModelCard card, Subject subject, IntConsumer heard) {
        OwnerId owner = subject.owner();
        List<Frame> frames = subject.images().stream()
                .flatMap(image -> IntStream.range(0, image.frames()).mapToObj(i -> new Frame(image, i)))
                .toList();
        Reading reading = new Reading(subject, card, clock.instant());
        Map<Integer, ImageResult> known = notes.of(owner, subject, card);
        if (!known.isEmpty()) {
            heard.accept(known.size());
        }
        try {
            Verdict verdict = networks.read(card, readable(subject), known, said -> {
                heard.accept(said.size());
                notes.add(owner, subject, card, said);
            });
            reading.says(verdict, slices(card, verdict, frames));
        } catch (CannotStart ours) {
            throw ours; // says nothing of these images
        } catch (Refusal refusal) {
            reading.refuses(refusal);
        }
        return reading;
    }

    private List<ReadableImage> readable(Subject subject) {
        return subject.images().stream()
                .flatMap(image -> readable(subject.owner(), image))
                .toList();
    }

    /** All frames of an image, for which it is opened once; later for each that is wanted. */
    private Stream<ReadableImage> readable(OwnerId owner, ExamImage image) {
        List<ImageFacts> facts = shelf.open(
                owner,
                image.id(),
                open -> ReaderFailed.guarded(() -> IntStream.range(0, image.frames())
                        .mapToObj(frame -> ImageFacts.of(open.dataSet(), frame))
                        .toList()));
        return IntStream.range(0, facts.size())
                .mapToObj(frame -> new ReadableImage(
                        facts.get(frame),
                        () -> shelf.open(
                                owner,
                                image.id(),
                                open -> ReaderFailed.guarded(() -> PixelData.of(open, DicomLimits.defaults())
                                        .gray(frame)))));
    }

    private static List<ReadingSlice> slices(ModelCard card, Verdict verdict, List<Frame> frames) {
        return verdict.images().stream()
                .map(result -> new ReadingSlice(
                        frames.get(result.index()).image().id(),
                        frames.get(result.index()).number(),
                        result.probabilities().get(card.positiveLabel()),
                        result.cam(),
                        result.unlikeness()))
                .toList();
    }

    /** A film or a series, and the network that is to read it. */
    private record Task(Subject subject, ModelCard card) {
        /** How many images the network will look at. */
        int images() {
            int images = subject.images().stream().mapToInt(ExamImage::frames).sum();
            return card.preparation()
                    .slices()
                    .map(rule -> Math.min(rule.most(), images))
                    .orElse(images);
        }
    }

    /** One frame of an image, counted from 0. */
    private record Frame(ExamImage image, int number) {}
}
