package br.com.redcheck.report;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamForms;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamResource;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reports of an exam: those that were signed, each with its PDF, and the beginning of another. */
@Controller
@RequestMapping("/exams/{exam}/reports")
class ReportController {
    private final ExamShelf exams;
    private final ExamForms forms;
    private final SignedReports reports;
    private final DraftDesk drafts;
    private final ReportRegister register;
    private final AuditLog audit;

    ReportController(
            ExamShelf exams,
            ExamForms forms,
            SignedReports reports,
            DraftDesk drafts,
            ReportRegister register,
            AuditLog audit) {
        this.exams = exams;
        this.forms = forms;
        this.reports = reports;
        this.drafts = drafts;
        this.register = register;
        this.audit = audit;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Model view) {
        ExamId id = ExamId.parse(exam);
        OwnerId owner = doctor.owner();
        view.addAttribute("exam", exams.exam(owner, id));
        view.addAttribute("begun", drafts.begun(owner, id));
        view.addAttribute("patientKnown", forms.patient(owner, id).isPresent());
        view.addAttribute("reports", reports.ofExam(owner, id));
        view.addAttribute(
                "byId",
                reports.ofExam(owner, id).stream().collect(Collectors.toMap(SignedReport::id, Function.identity())));
        return "report/reports";
    }

    @PostMapping
    String begin(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @RequestParam(defaultValue = "FIRST") Kind kind,
            @RequestParam(defaultValue = "") String earlier,
            Locale language) {
        ExamId id = ExamId.parse(exam);
        drafts.begin(doctor.owner(), id, kind, earlier.isEmpty() ? null : ReportId.parse(earlier), language);
        return "redirect:/exams/" + id + "/reports/draft";
    }

    @GetMapping(path = "/{report}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<InputStreamResource> pdf(
            @AuthenticationPrincipal Doctor doctor, @PathVariable String exam, @PathVariable String report)
            throws IOException {
        exams.exam(doctor.owner(), ExamId.parse(exam));
        SignedReport found = reports.find(doctor.owner(), ReportId.parse(report))
                .filter(one -> one.exam().equals(ExamId.parse(exam)))
                .orElseThrow(NoSuchReport::new);
        audit.recordApart(doctor.owner(), "report.downloaded", found.id().value());
        ContentDisposition name = ContentDisposition.inline()
                .filename("report-" + found.id() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentLength(found.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(new InputStreamResource(reports.pdf(doctor.owner(), found.id())));
    }

    @PostMapping("/{report}/withdrawn")
    String withdraw(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @PathVariable String report,
            @RequestParam(defaultValue = "") String reason) {
        ExamId id = ExamId.parse(exam);
        exams.exam(doctor.owner(), id);
        register.withdraw(doctor.owner(), id, ReportId.parse(report), doctor.account(), reason);
        return "redirect:/exams/" + id + "/reports";
    }
}
