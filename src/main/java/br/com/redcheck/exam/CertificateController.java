package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The certificate of de-identification: as a page, as JSON, as PDF. */
@Controller
class CertificateController {
    private final ExamShelf shelf;
    private final Certificates certificates;
    private final CertificatePdf pdf;
    private final AuditLog audit;
    private final Places places;

    CertificateController(
            ExamShelf shelf, Certificates certificates, CertificatePdf pdf, AuditLog audit, Places places) {
        this.shelf = shelf;
        this.certificates = certificates;
        this.pdf = pdf;
        this.audit = audit;
        this.places = places;
    }

    @GetMapping("/exams/{exam}/certificate")
    String page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Model view) {
        view.addAttribute("exam", shelf.exam(doctor.owner(), ExamId.parse(exam)));
        view.addAttribute("certificate", certificates.of(doctor.owner(), ExamId.parse(exam)));
        return "exam/certificate";
    }

    @GetMapping(path = "/exams/{exam}/certificate.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Certificate json(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        return downloaded(doctor, exam);
    }

    @GetMapping(path = "/exams/{exam}/certificate.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language) {
        Certificate certificate = downloaded(doctor, exam);
        ContentDisposition name = ContentDisposition.attachment()
                .filename("certificate-" + certificate.exam() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(places.in(HeavyWork.DOCUMENT, () -> pdf.of(certificate, language)));
    }

    private Certificate downloaded(Doctor doctor, String exam) {
        Certificate certificate = certificates.of(doctor.owner(), ExamId.parse(exam));
        audit.recordApart(doctor.owner(), "certificate.downloaded", certificate.exam());
        return certificate;
    }
}
