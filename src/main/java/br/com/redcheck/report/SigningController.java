package br.com.redcheck.report;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.ShownAgain;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
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

/** The page on which a doctor reads the report once more, shows who they are, and signs. */
@Controller
@RequestMapping("/exams/{exam}/reports/draft/signature")
class SigningController {
    private final ExamShelf exams;
    private final DraftDesk drafts;
    private final SigningDesk desk;
    private final Press press;
    private final ShownAgain shown;
    private final Messages messages;
    private final Places places;

    SigningController(
            ExamShelf exams,
            DraftDesk drafts,
            SigningDesk desk,
            Press press,
            ShownAgain shown,
            Messages messages,
            Places places) {
        this.exams = exams;
        this.drafts = drafts;
        this.desk = desk;
        this.press = press;
        this.shown = shown;
        this.messages = messages;
        this.places = places;
    }

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language) {
        return page(doctor, ExamId.parse(exam), null, language);
    }

    /** What was typed to prove anything is not shown again, whether it was right or wrong. */
    @PostMapping
    ModelAndView sign(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String certificate,
            @RequestParam(defaultValue = "") String certificatePassword,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        ExamId id = exams.exam(doctor.owner(), ExamId.parse(exam)).id();
        try {
            shown.require(doctor, request, response);
            SigningCertificate own = certificate.isEmpty()
                    ? null
                    : desk.certificate(doctor, decoded(certificate), certificatePassword.toCharArray());
            SignedReport signed = places.in(HeavyWork.DOCUMENT, () -> desk.sign(doctor, id, version, own));
            return new ModelAndView("redirect:/exams/" + id + "/reports#report-" + signed.id());
        } catch (DraftMovedOn | ReportMovedOn elsewhere) {
            throw elsewhere;
        } catch (Refusal refusal) {
            return page(doctor, id, refusal, language);
        }
    }

    private ModelAndView page(Doctor doctor, ExamId exam, @Nullable Refusal refusal, Locale language) {
        Optional<Draft> draft = drafts.open(doctor.owner(), exam);
        if (draft.isEmpty()) {
            return new ModelAndView("redirect:/exams/" + exam + "/reports");
        }
        return new ModelAndView("report/signature", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("exam", exams.exam(doctor.owner(), exam))
                .addObject("patient", press.identity(doctor.owner(), exam).orElse(null))
                .addObject("draft", draft.get())
                .addObject("sections", Section.values())
                .addObject("means", shown.of(doctor))
                .addObject("mostBytes", SigningCertificate.MOST_BYTES)
                .addObject("wrong", refusal == null ? null : messages.text(language, refusal));
    }

    /** The page's script sends the file within the form, so that its name never travels and it never lies on a disk. */
    private static byte[] decoded(String certificate) {
        try {
            return Base64.getDecoder().decode(certificate);
        } catch (IllegalArgumentException e) {
            throw UnusableCertificate.unreadable();
        }
    }
}
