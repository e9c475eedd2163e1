package br.com.redcheck.exam.clinical;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.exam.CaseState;
import br.com.redcheck.exam.ExamForms;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.clinical.FormDesk.Opened;
import br.com.redcheck.patient.AnotherPatient;
import br.com.redcheck.patient.Sex;
import br.com.redcheck.patient.consent.Consents;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The page with the form of an exam. While somebody types, it saves what is typed every now and then. */
@Controller
@RequestMapping("/exams/{exam}/form")
class FormController {
    private final ExamShelf shelf;
    private final FormDesk desk;
    private final ExamForms forms;
    private final Consents consents;
    private final Messages messages;
    private final BrazilianDay day;

    FormController(
            ExamShelf shelf, FormDesk desk, ExamForms forms, Consents consents, Messages messages, BrazilianDay day) {
        this.shelf = shelf;
        this.desk = desk;
        this.forms = forms;
        this.consents = consents;
        this.messages = messages;
        this.day = day;
    }

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language) {
        Opened opened = desk.open(doctor.owner(), ExamId.parse(exam));
        FormReader reader = read(opened.typed());
        return page(doctor, exam, opened, told(reader.wrongSoFar(), language), HttpStatus.OK);
    }

    @PostMapping("/draft")
    @ResponseBody
    Saved save(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @ModelAttribute FormAsTyped typed,
            Locale language) {
        Instant now = desk.save(doctor.owner(), ExamId.parse(exam), typed);
        FormReader reader = read(typed);
        return new Saved(now, told(reader.wrongSoFar(), language), reader.missing());
    }

    @PostMapping
    ModelAndView complete(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @ModelAttribute FormAsTyped typed,
            Locale language) {
        ExamId id = ExamId.parse(exam);
        FormReader reader = new FormReader(typed, day.today());
        Optional<ClinicalForm> form = reader.form();
        Map<String, Refusal> wrong = new LinkedHashMap<>(reader.wrong());
        if (form.isPresent()) {
            try {
                desk.complete(doctor.owner(), id, typed, form.get());
                return new ModelAndView("redirect:/exams/" + id);
            } catch (AnotherPatient unsure) {
                wrong.put("name", unsure);
            }
        }
        Opened kept = new Opened(typed, desk.save(doctor.owner(), id, typed), false);
        return page(doctor, exam, kept, told(wrong, language), HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("refused", true);
    }

    private FormReader read(FormAsTyped typed) {
        FormReader reader = new FormReader(typed, day.today());
        reader.form();
        return reader;
    }

    private Map<String, String> told(Map<String, Refusal> wrong, Locale language) {
        return Complaints.of(wrong, messages, language);
    }

    private ModelAndView page(Doctor doctor, String exam, Opened opened, Map<String, String> wrong, HttpStatus status) {
        ModelAndView page = new ModelAndView("exam/form", status);
        forms.patient(doctor.owner(), ExamId.parse(exam))
                .ifPresent(patient -> page.addObject("consentsOf", patient)
                        .addObject("consents", consents.of(doctor.owner(), patient)));
        return page.addObject("exam", shelf.exam(doctor.owner(), ExamId.parse(exam)))
                .addObject("opened", opened)
                .addObject("form", opened.typed())
                .addObject("wrong", wrong)
                .addObject("sexes", Sex.values())
                .addObject("caseStates", CaseState.values())
                .addObject("symptoms", Symptom.values())
                .addObject("results", TestResult.values())
                .addObject("firstCase", Days.FIRST_CASE)
                .addObject("today", day.today());
    }

    /**
     * What became of what was typed.
     *
     * @param wrong by field, in the reader's language, what a finished form could not say
     * @param missing fields that a finished form would need and that hold nothing yet
     */
    record Saved(Instant at, Map<String, String> wrong, Set<String> missing) {}
}
