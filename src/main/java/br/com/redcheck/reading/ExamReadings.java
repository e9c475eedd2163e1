package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.reading.ReadingResult.SliceResult;
import br.com.redcheck.reading.ReadingView.SliceView;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the networks said about exams, for whoever hands it on to programs; that it was handed out is on record. */
@Service
@Transactional
public class ExamReadings {
    private final ExamShelf exams;
    private final ReadingShelf shelf;
    private final Readings readings;
    private final AuditLog audit;

    ExamReadings(ExamShelf exams, ReadingShelf shelf, Readings readings, AuditLog audit) {
        this.exams = exams;
        this.shelf = shelf;
        this.readings = readings;
        this.audit = audit;
    }

    /**
     * The newest reading of each part of an exam by each network, the most suspected first.
     *
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     */
    public List<ReadingResult> of(OwnerId owner, ExamId exam, Locale language) {
        ExamId known = exams.exam(owner, exam).id();
        Map<UUID, @Nullable String> codes = new HashMap<>();
        readings.ofExam(owner.value(), known.value())
                .forEach(reading -> codes.put(
                        reading.id(),
                        reading.refusal().map(Reading.Message::key).orElse(null)));
        List<ReadingResult> found = shelf.of(owner, known, language).stream()
                .map(view -> result(view, codes.get(view.id())))
                .toList();
        record(owner, exam);
        return found;
    }

    /**
     * Where the network of one reading looked, as numbers.
     *
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam, or the exam no such reading
     */
    public HeatMaps heatMaps(OwnerId owner, ExamId exam, UUID reading) {
        HeatMaps found = shelf.heatMaps(owner, exam, reading);
        record(owner, exam);
        return found;
    }

    private void record(OwnerId owner, ExamId exam) {
        audit.record(owner, "exam.result-handed-out", exam.value());
    }

    private static ReadingResult result(ReadingView view, @Nullable String refusalCode) {
        List<SliceResult> slices =
                view.slices().stream().map(ExamReadings::slice).toList();
        return new ReadingResult(
                view.id(),
                view.model(),
                view.version(),
                view.modelSha256(),
                view.inputSha256(),
                view.readAt(),
                view.refused() ? null : view.suspected(),
                view.threshold(),
                view.classed(),
                view.positive(),
                view.unlikeness(),
                view.network().warning(),
                view.remarks(),
                refusalCode,
                view.refusal(),
                slices);
    }

    private static SliceResult slice(SliceView view) {
        return new SliceResult(view.image(), view.frame(), view.suspected(), view.heatMap());
    }
}
