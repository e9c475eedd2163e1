package br.com.redcheck.exam.clinical;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a doctor tells the outcome of an exam's case. */
@Controller
@RequestMapping("/exams/{exam}/outcome")
class OutcomeController {
    private final ExamShelf shelf;
    private final OutcomeDesk desk;
    private final Messages messages;
    private final BrazilianDay day;

    OutcomeController(ExamShelf shelf, OutcomeDesk desk, Messages messages, BrazilianDay day) {
        this.shelf = shelf;
        this.desk = desk;
        this.messages = messages;
        this.day = day;
    }

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language) {
        OutcomeAsTyped typed = desk.open(doctor.owner(), ExamId.parse(exam));
        return page(doctor, exam, typed, Map.of(), language, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView record(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @ModelAttribute OutcomeAsTyped typed,
            Locale language) {
        OutcomeReader reader = new OutcomeReader(typed, day.today());
        Optional<Outcome> outcome = reader.outcome();
        if (outcome.isEmpty()) {
            return page(doctor, exam, typed, reader.wrong(), language, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ExamId id = ExamId.parse(exam);
        desk.record(doctor.owner(), id, typed, outcome.get());
        return new ModelAndView("redirect:/exams/" + id);
    }

    private ModelAndView page(
            Doctor doctor,
            String exam,
            OutcomeAsTyped typed,
            Map<String, Refusal> wrong,
            Locale language,
            HttpStatus status) {
        return new ModelAndView("exam/outcome", status)
                .addObject("exam", shelf.exam(doctor.owner(), ExamId.parse(exam)))
                .addObject("form", typed)
                .addObject("wrong", Complaints.of(wrong, messages, language))
                .addObject("diagnoses", Diagnosis.values())
                .addObject("results", TestResult.values())
                .addObject("courses", Course.values())
                .addObject("firstCase", Days.FIRST_CASE)
                .addObject("today", day.today());
    }
}
