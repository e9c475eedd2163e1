package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamSummary;
import br.com.redcheck.person.Municipality;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list for spreadsheets. Its columns are described in {@code src/docs/worklist.md}; none says who a patient is. */
@Component
class WorklistCsv {
    static final String FILE_NAME = "exams.csv";

    /** By this mark Excel knows that UTF-8 follows. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CsvLine HEADER = CsvLine.of(
            "exam",
            "received_at",
            "modality",
            "patient_sex",
            "patient_age",
            "images",
            "state",
            "probability_suspected",
            "class",
            "case_state",
            "uf",
            "municipality",
            "labels");
    private static final int AT_ONCE = 500;
    private static final int DECIMALS = 6;

    private final Worklist worklist;

    WorklistCsv(Worklist worklist) {
        this.worklist = worklist;
    }

    /**
     * Writes all that fits a filter, newest first. Neither memory nor the database is held for the whole: it is read in pieces, each
     * from the place where the last one ended.
     */
    void write(OwnerId owner, Filter filter, Writer out) throws IOException {
        begin(out);
        Optional<Cursor> next = Optional.empty();
        do {
            Page piece = worklist.page(owner, filter, next.orElse(null), AT_ONCE);
            write(piece.exams(), out);
            next = piece.older();
        } while (next.isPresent());
    }

    /** Writes those of the named exams that are the owner's. */
    void write(OwnerId owner, List<ExamId> exams, Writer out) throws IOException {
        begin(out);
        write(worklist.some(owner, exams), out);
    }

    private static void begin(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        out.write(HEADER.toString());
    }

    private static void write(List<ListedExam> exams, Writer out) throws IOException {
        for (ListedExam listed : exams) {
            out.write(line(listed).toString());
        }
    }

    static CsvLine line(ListedExam listed) {
        ExamSummary exam = listed.exam();
        Municipality place = listed.municipality();
        return CsvLine.of(
                exam.id().toString(),
                exam.receivedAt().toString(),
                exam.modality(),
                orEmpty(exam.patientSex()),
                orEmpty(exam.patientAge()),
                Long.toString(exam.images()),
                exam.state().name(),
                exam.suspected() == null ? "" : probability(exam.suspected()),
                exam.positive() == null ? "" : exam.positive() ? "positive" : "negative",
                listed.caseState() == null ? "" : listed.caseState().name(),
                place == null ? "" : place.uf().name(),
                place == null ? "" : Integer.toString(place.code()),
                listed.labels().stream().map(Label::name).collect(Collectors.joining("; ")));
    }

    private static String probability(double suspected) {
        return BigDecimal.valueOf(suspected)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
