package br.com.redcheck.exam.gallery;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.ShownAgain;
import br.com.redcheck.exam.ExamForms;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a doctor publishes an exam, and takes it back. */
@Controller
@RequestMapping("/exams/{exam}/publication")
class PublicationController {
    private final ExamShelf shelf;
    private final ExamForms forms;
    private final PublicationDesk desk;
    private final PublicationRegister register;
    private final ShownAgain shown;
    private final Messages messages;
    private final Places places;

    PublicationController(
            ExamShelf shelf,
            ExamForms forms,
            PublicationDesk desk,
            PublicationRegister register,
            ShownAgain shown,
            Messages messages,
            Places places) {
        this.shelf = shelf;
        this.forms = forms;
        this.desk = desk;
        this.register = register;
        this.shown = shown;
        this.messages = messages;
        this.places = places;
    }

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language) {
        return page(doctor, ExamId.parse(exam), null, language);
    }

    /** Whoever publishes has looked at every image, and shows once more who they are. */
    @PostMapping
    ModelAndView publish(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @RequestParam(defaultValue = "false") boolean looked,
            @RequestParam(defaultValue = "false") boolean unmarked,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        ExamId id = shelf.exam(doctor.owner(), ExamId.parse(exam)).id();
        try {
            if (!looked || !unmarked) {
                throw NotPublishable.unchecked();
            }
            shown.require(doctor, request, response);
            places.during(HeavyWork.PICTURE, () -> desk.publish(doctor.owner(), id, Licence.CC_BY_4_0));
            return new ModelAndView("redirect:/exams/" + id + "/publication");
        } catch (Refusal refusal) {
            return page(doctor, id, refusal, language);
        }
    }

    @PostMapping("/withdrawn")
    String withdraw(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        ExamId id = shelf.exam(doctor.owner(), ExamId.parse(exam)).id();
        register.withdraw(doctor.owner(), id);
        return "redirect:/exams/" + id + "/publication";
    }

    private ModelAndView page(Doctor doctor, ExamId exam, @Nullable Refusal refusal, Locale language) {
        return new ModelAndView(
                        "gallery/publication", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("readiness", desk.readiness(doctor.owner(), exam))
                .addObject("exam", shelf.exam(doctor.owner(), exam))
                .addObject("patient", forms.patient(doctor.owner(), exam).orElse(null))
                .addObject("licence", Licence.CC_BY_4_0)
                .addObject("means", shown.of(doctor))
                .addObject("wrong", refusal == null ? null : messages.text(language, refusal));
    }
}
