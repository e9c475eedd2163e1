package br.com.redcheck.reading;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamForms;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.ExamSummary;
import br.com.redcheck.exam.Truths;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The result in the browser: the page, the images, and the heat maps that lie over them. */
@Controller
@RequestMapping("/exams/{exam}")
class ReadingController {
    private final ExamShelf exams;
    private final ExamForms forms;
    private final Truths truths;
    private final ReadingShelf readings;
    private final FurtherReading further;
    private final AuditLog audit;
    private final Places places;

    ReadingController(
            ExamShelf exams,
            ExamForms forms,
            Truths truths,
            ReadingShelf readings,
            FurtherReading further,
            AuditLog audit,
            Places places) {
        this.exams = exams;
        this.forms = forms;
        this.truths = truths;
        this.readings = readings;
        this.further = further;
        this.audit = audit;
        this.places = places;
    }

    @GetMapping
    String result(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language, Model view) {
        ExamSummary summary = exams.exam(doctor.owner(), ExamId.parse(exam));
        audit.recordApart(doctor.owner(), "exam.opened", summary.id().value());
        List<ReadingView> all = readings.of(doctor.owner(), summary.id(), language);
        view.addAttribute("exam", summary);
        view.addAttribute("form", forms.summary(doctor.owner(), summary.id()));
        view.addAttribute("patient", forms.patient(doctor.owner(), summary.id()));
        view.addAttribute("truth", truths.of(doctor.owner(), summary.id()));
        view.addAttribute(
                "readings", all.stream().filter(reading -> !reading.refused()).toList());
        view.addAttribute("refused", all.stream().filter(ReadingView::refused).toList());
        view.addAttribute(
                "contradiction", all.stream().anyMatch(one -> all.stream().anyMatch(one::contradicts)));
        view.addAttribute("offered", further.offered(doctor.owner(), summary));
        return "reading/result";
    }

    /** One more network is to read the exam. */
    @PostMapping("/readings")
    String ask(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @RequestParam(defaultValue = "") String network) {
        ExamId id = ExamId.parse(exam);
        further.ask(doctor.owner(), id, network);
        return "redirect:/exams/" + id;
    }

    @GetMapping(path = "/readings/{reading}/{ordinal}.png", produces = MediaType.IMAGE_PNG_VALUE)
    @ResponseBody
    byte[] heatMap(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @PathVariable UUID reading,
            @PathVariable int ordinal) {
        return places.in(
                HeavyWork.PICTURE, () -> readings.heatMapPng(doctor.owner(), ExamId.parse(exam), reading, ordinal));
    }
}
