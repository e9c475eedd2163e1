package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
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

    CertificateController(ExamShelf shelf, Certificates certificates, CertificatePdf pdf) {
        this.shelf = shelf;
        this.certificates = certificates;
        this.pdf = pdf;
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
        return certificates.of(doctor.owner(), ExamId.parse(exam));
    }

    @GetMapping(path = "/exams/{exam}/certificate.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Locale language) {
        Certificate certificate = certificates.of(doctor.owner(), ExamId.parse(exam));
        ContentDisposition name = ContentDisposition.attachment()
                .filename("certificate-" + certificate.exam() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf.of(certificate, language));
    }
}
