package br.com.redcheck.delivery;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.MailLimits;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.person.InvalidEmailAddress;
import br.com.redcheck.platform.Mailer;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.QrCode;
import br.com.redcheck.report.ReportId;
import br.com.redcheck.report.SignedReport;
import br.com.redcheck.report.SignedReports;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The doctor's page about an exam's reports in the hands of the patient. */
@Controller
@RequestMapping("/exams/{exam}/links")
class DeliveryController {
    private static final String PAGE = "redirect:/exams/{exam}/links";

    private final Deliveries deliveries;
    private final SignedReports reports;
    private final ExamShelf exams;
    private final Mailer mailer;
    private final MailLimits limits;
    private final DeliverySettings settings;
    private final Messages messages;

    DeliveryController(
            Deliveries deliveries,
            SignedReports reports,
            ExamShelf exams,
            Mailer mailer,
            MailLimits limits,
            DeliverySettings settings,
            Messages messages) {
        this.deliveries = deliveries;
        this.reports = reports;
        this.exams = exams;
        this.mailer = mailer;
        this.limits = limits;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Model view) {
        OwnerId owner = doctor.owner();
        ExamId id = exams.exam(owner, ExamId.parse(exam)).id();
        List<SignedReport> standing = reports.ofExam(owner, id).stream()
                .filter(report -> report.state() == SignedReport.State.VALID)
                .toList();
        view.addAttribute("exam", id);
        view.addAttribute("reports", standing);
        view.addAttribute("links", deliveries.of(owner, id));
        view.addAttribute("mailServer", mailer.hasServer());
        view.addAttribute("days", settings.life().toDays());
        return "delivery/links";
    }

    @PostMapping("/mail")
    String mail(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @RequestParam(defaultValue = "") String report,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean download,
            HttpServletResponse response,
            Model view) {
        try {
            EmailAddress to = EmailAddress.parse(email);
            limits.report(doctor.account(), to);
            deliveries.mail(doctor.owner(), ExamId.parse(exam), ReportId.parse(report), to, locale(language), download);
            return PAGE;
        } catch (InvalidEmailAddress wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            view.addAttribute("wrongEmail", wrong);
            view.addAttribute("email", email);
            return page(doctor, exam, view);
        }
    }

    /** The slip is the answer itself, for its token is kept nowhere: no address leads to it again. */
    @PostMapping("/slip")
    String slip(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @RequestParam(defaultValue = "") String report,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean download,
            Model view) {
        Slip slip =
                deliveries.slip(doctor.owner(), ExamId.parse(exam), ReportId.parse(report), locale(language), download);
        view.addAttribute("exam", exam);
        view.addAttribute("slip", slip);
        view.addAttribute("code", QrCode.of(slip.link()));
        view.addAttribute("words", words(slip));
        return "delivery/slip";
    }

    @PostMapping("/{link}/renew")
    String renew(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, @PathVariable UUID link) {
        deliveries.renew(doctor.owner(), ExamId.parse(exam), link);
        return PAGE;
    }

    @PostMapping("/{link}/revoke")
    String revoke(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, @PathVariable UUID link) {
        deliveries.revoke(doctor.owner(), ExamId.parse(exam), link);
        return PAGE;
    }

    /** The slip speaks the patient's language, whatever the doctor's is. */
    private Map<String, String> words(Slip slip) {
        return Stream.of("title", "scan", "type", "proof", "until", "keep")
                .collect(Collectors.toMap(
                        Function.identity(), part -> messages.text(slip.language(), "slip." + part, slip.until())));
    }

    private static Locale locale(String language) {
        return language.equals("en") ? Locale.ENGLISH : Messages.PORTUGUESE;
    }
}
