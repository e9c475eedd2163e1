package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.audit.AuditLog;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the viewer asks for: what an exam holds, and its images as DICOM. */
@RestController
@RequestMapping("/exams/{exam}")
class ViewerController {
    private static final MediaType DICOM = MediaType.parseMediaType("application/dicom");

    private final ViewerShelf shelf;
    private final AuditLog audit;

    ViewerController(ViewerShelf shelf, AuditLog audit) {
        this.shelf = shelf;
        this.audit = audit;
    }

    /** Nobody finds an image without having asked this, so that it is here that opening an exam is written down, and once. */
    @GetMapping("/outline")
    ExamOutline outline(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        ExamOutline outline = shelf.outline(doctor.owner(), ExamId.parse(exam));
        audit.recordApart(doctor.owner(), "exam.viewed", outline.id());
        return outline;
    }

    /** One image, or the range of it that is asked for; no browser may keep it. */
    @GetMapping("/images/{image}.dcm")
    ResponseEntity<Resource> image(
            @AuthenticationPrincipal Doctor doctor, @PathVariable String exam, @PathVariable UUID image) {
        Resource bytes = shelf.image(doctor.owner(), ExamId.parse(exam), image);
        ContentDisposition name =
                ContentDisposition.attachment().filename(image + ".dcm").build();
        return ResponseEntity.ok()
                .contentType(DICOM)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(bytes);
    }
}
