package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamImage;
import br.com.redcheck.exam.ExamProgress;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.inference.ImageFacts;
import br.com.redcheck.inference.Networks;
import br.com.redcheck.inference.ReadableImage;
import br.com.redcheck.inference.Verdict;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/**
 * Asks the networks to read an exam and keeps what they say. May be asked twice for the same exam: what was read already, by the same
 * network from the same images, is not read again.
 */
@Service
class ExamReader {
    private final ExamShelf shelf;
    private final ExamProgress progress;
    private final NetworkChoice choice;
    private final Networks networks;
    private final ReadingRegister register;
    private final Clock clock;

    ExamReader(
            ExamShelf shelf,
            ExamProgress progress,
            NetworkChoice choice,
            Networks networks,
            ReadingRegister register,
            Clock clock) {
        this.shelf = shelf;
        this.progress = progress;
        this.choice = choice;
        this.networks = networks;
        this.register = register;
        this.clock = clock;
    }

    void read(OwnerId owner, ExamId exam) {
        List<Subject> subjects = shelf.series(owner, exam).stream()
                .flatMap(series -> Subject.of(owner, exam, series))
                .toList();
        if (!progress.released(owner, exam)) {
            return;
        }
        int all = subjects.stream().mapToInt(this::toBeRead).sum();
        progress.reading(owner, exam, 0, all);
        List<Reading> results = new ArrayList<>();
        int before = 0;
        for (Subject subject : subjects) {
            int done = before;
            results.add(read(subject, more -> progress.reading(owner, exam, done + more, all)));
            before += toBeRead(subject);
        }
        conclude(owner, exam, results);
    }

    private void conclude(OwnerId owner, ExamId exam, List<Reading> results) {
        Optional<Reading> worst = results.stream()
                .filter(reading -> !reading.refused())
                .max((one, other) -> Double.compare(one.suspected(), other.suspected()));
        worst.ifPresentOrElse(
                reading -> progress.read(owner, exam, reading.suspected(), reading.positive()),
                () -> progress.refused(owner, exam));
    }

    private Reading read(Subject subject, IntConsumer heard) {
        ModelCard card = choice.forModality(subject.modality());
        return register.find(subject.owner(), subject, card)
                .orElseGet(() -> register.keep(subject.owner(), ask(card, subject, heard)));
    }

    private Reading ask(ModelCard card, Subject subject, IntConsumer heard) {
        List<Frame> frames = subject.images().stream()
                .flatMap(image -> IntStream.range(0, image.frames()).mapToObj(i -> new Frame(image, i)))
                .toList();
        Reading reading = new Reading(subject, card, clock.instant());
        try {
            Verdict verdict = networks.read(card, readable(subject.owner(), frames), heard);
            reading.says(verdict.suspected(), slices(card, verdict, frames));
        } catch (Refusal refusal) {
            reading.refuses(refusal);
        }
        return reading;
    }

    private List<ReadableImage> readable(OwnerId owner, List<Frame> frames) {
        return frames.stream()
                .map(frame -> new ReadableImage(
                        ImageFacts.of(shelf.open(owner, frame.image().id()).dataSet(), frame.number()),
                        () -> PixelData.of(shelf.open(owner, frame.image().id()), DicomLimits.defaults())
                                .gray(frame.number())))
                .toList();
    }

    private static List<ReadingSlice> slices(ModelCard card, Verdict verdict, List<Frame> frames) {
        return verdict.images().stream()
                .map(result -> new ReadingSlice(
                        frames.get(result.index()).image().id(),
                        frames.get(result.index()).number(),
                        result.probabilities().get(card.positiveLabel()),
                        result.cam()))
                .toList();
    }

    /** How many images of a subject a network will look at. */
    private int toBeRead(Subject subject) {
        int images = subject.images().stream().mapToInt(ExamImage::frames).sum();
        return choice.forModality(subject.modality())
                .preparation()
                .slices()
                .map(rule -> Math.min(rule.most(), images))
                .orElse(images);
    }

    /** One frame of an image, counted from 0. */
    private record Frame(ExamImage image, int number) {}
}
