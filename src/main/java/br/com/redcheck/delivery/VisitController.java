package br.com.redcheck.delivery;

import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamSeries;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.patient.PatientVisit;
import br.com.redcheck.patient.VisitSection;
import br.com.redcheck.report.NoSuchReport;
import br.com.redcheck.report.ReportId;
import br.com.redcheck.report.SignedReport;
import br.com.redcheck.report.SignedReports;
import java.io.IOException;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** The patient's page: the report, what it means, the images, and what was done with the link. */
@Controller
@RequestMapping("/visit")
class VisitController {
    private final Openings openings;
    private final SignedReports reports;
    private final ReportPages pages;
    private final ExamShelf exams;
    private final AuditLog audit;
    private final List<VisitSection> sections;

    VisitController(
            Openings openings,
            SignedReports reports,
            ReportPages pages,
            ExamShelf exams,
            AuditLog audit,
            List<VisitSection> sections) {
        this.openings = openings;
        this.reports = reports;
        this.pages = pages;
        this.exams = exams;
        this.audit = audit;
        this.sections = sections;
    }

    @GetMapping
    String home(@AuthenticationPrincipal PatientVisit visit, Model view) {
        openings.note(visit.owner(), visit.link(), "link.report-read");
        view.addAttribute("report", report(visit));
        view.addAttribute("link", link(visit));
        view.addAttribute("texts", pages.texts(visit.owner(), new ReportId(visit.report())));
        view.addAttribute("series", series(visit));
        view.addAttribute("deeds", audit.of(visit.owner(), visit.link()));
        view.addAttribute("sections", sections);
        return "delivery/visit";
    }

    @GetMapping("/report/{page}.png")
    ResponseEntity<byte[]> page(@AuthenticationPrincipal PatientVisit visit, @PathVariable int page) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(pages.picture(visit.owner(), new ReportId(visit.report()), page));
    }

    /** The file itself, as it was signed, where the doctor allows it to be kept. */
    @GetMapping("/report.pdf")
    ResponseEntity<Resource> pdf(@AuthenticationPrincipal PatientVisit visit) throws IOException {
        if (!link(visit).download()) {
            throw new NoSuchReport();
        }
        openings.note(visit.owner(), visit.link(), "link.report-downloaded");
        try (var pdf = reports.pdf(visit.owner(), new ReportId(visit.report()))) {
            ContentDisposition name =
                    ContentDisposition.attachment().filename("documento.pdf").build();
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                    .body(new ByteArrayResource(pdf.readAllBytes()));
        }
    }

    private SignedReport report(PatientVisit visit) {
        return reports.find(visit.owner(), new ReportId(visit.report())).orElseThrow(NoSuchReport::new);
    }

    private ReportLink link(PatientVisit visit) {
        return openings.standing(visit.owner(), visit.link()).orElseThrow(NoSuchReport::new);
    }

    /** Nothing once the exam has gone; the report outlives it. */
    private List<ExamSeries> series(PatientVisit visit) {
        return exams.series(visit.owner(), new ExamId(visit.exam()));
    }
}
