package br.com.redcheck.report;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import br.com.redcheck.reading.ReadingShelf;
import br.com.redcheck.reading.ReadingView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** The page on which a report is written. While somebody types, it saves what is typed every now and then. */
@Controller
@RequestMapping("/exams/{exam}/reports/draft")
class DraftController {
    private final ExamShelf exams;
    private final ReadingShelf readings;
    private final DraftDesk desk;
    private final SigningDesk signing;
    private final Phrases phrases;
    private final JsonMapper json;
    private final Places places;

    DraftController(
            ExamShelf exams,
            ReadingShelf readings,
            DraftDesk desk,
            SigningDesk signing,
            Phrases phrases,
            JsonMapper json,
            Places places) {
        this.exams = exams;
        this.readings = readings;
        this.desk = desk;
        this.signing = signing;
        this.phrases = phrases;
        this.json = json;
        this.places = places;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language, Model view) {
        ExamId id = ExamId.parse(exam);
        Optional<Draft> draft = desk.open(doctor.owner(), id);
        if (draft.isEmpty()) {
            return "redirect:/exams/" + id + "/reports";
        }
        view.addAttribute("exam", exams.exam(doctor.owner(), id));
        view.addAttribute("draft", draft.get());
        view.addAttribute("chosen", json.writeValueAsString(draft.get().text().pictures()));
        view.addAttribute("sections", Section.values());
        view.addAttribute("phrases", phrases.of(doctor.owner()));
        view.addAttribute("readings", read(doctor.owner(), id, language));
        return "report/draft";
    }

    /** Keeps what was typed, unless somebody else has saved since it was opened. */
    @PutMapping
    @ResponseBody
    DraftDesk.Saved save(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, @RequestBody Typed typed) {
        return desk.save(doctor.owner(), ExamId.parse(exam), typed.version(), typed.text());
    }

    /** What there is to put into the report: every frame of the exam, and the heat maps that lie over it. */
    @GetMapping("/pictures")
    @ResponseBody
    List<Choice> pictures(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language) {
        ExamId id = exams.exam(doctor.owner(), ExamId.parse(exam)).id();
        List<ReadingView> read = read(doctor.owner(), id, language);
        return exams.series(doctor.owner(), id).stream()
                .flatMap(series -> series.images().stream())
                .flatMap(image -> IntStream.range(0, image.frames())
                        .mapToObj(frame -> new Choice(image.id(), frame, map(read, image.id(), frame))))
                .toList();
    }

    @GetMapping(path = "/preview.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> preview(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        ContentDisposition name =
                ContentDisposition.inline().filename("preview.pdf").build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(places.in(HeavyWork.DOCUMENT, () -> signing.preview(doctor, ExamId.parse(exam))));
    }

    @PostMapping("/discarded")
    String discard(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        ExamId id = ExamId.parse(exam);
        desk.discard(doctor.owner(), id);
        return "redirect:/exams/" + id + "/reports";
    }

    private List<ReadingView> read(OwnerId owner, ExamId exam, Locale language) {
        return readings.of(owner, exam, language).stream()
                .filter(reading -> reading.classed() && !reading.refused())
                .toList();
    }

    private static @Nullable MapOver map(List<ReadingView> read, UUID image, int frame) {
        return read.stream()
                .flatMap(reading -> reading.slices().stream()
                        .filter(slice -> slice.heatMap() && slice.image().equals(image) && slice.frame() == frame)
                        .map(slice -> new MapOver(reading.id(), slice.ordinal())))
                .findFirst()
                .orElse(null);
    }

    /**
     * What was typed.
     *
     * @param version that it was typed into
     */
    record Typed(int version, ReportText text) {}

    /**
     * A frame of the exam.
     *
     * @param map null if no network has looked at it
     */
    record Choice(UUID image, int frame, @Nullable MapOver map) {}

    /** The heat map of one image of a reading. */
    record MapOver(UUID reading, int ordinal) {}
}
