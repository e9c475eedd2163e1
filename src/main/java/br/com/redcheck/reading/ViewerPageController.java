package br.com.redcheck.reading;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page on which a doctor looks at an exam, and what networks said about it. */
@Controller
@RequestMapping("/exams/{exam}")
class ViewerPageController {
    private final ExamShelf exams;
    private final ReadingShelf readings;

    ViewerPageController(ExamShelf exams, ReadingShelf readings) {
        this.exams = exams;
        this.readings = readings;
    }

    @GetMapping("/viewer")
    String page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Model view) {
        view.addAttribute("exam", exams.exam(doctor.owner(), ExamId.parse(exam)));
        return "reading/viewer";
    }

    @GetMapping("/readings")
    @ResponseBody
    List<ViewerReading> readings(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language) {
        ExamId id = exams.exam(doctor.owner(), ExamId.parse(exam)).id();
        return readings.of(doctor.owner(), id, language).stream()
                .map(ViewerReading::new)
                .toList();
    }

    @GetMapping("/readings/{reading}/maps")
    @ResponseBody
    HeatMaps maps(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, @PathVariable UUID reading) {
        return readings.heatMaps(doctor.owner(), ExamId.parse(exam), reading);
    }
}
