package br.com.redcheck.delivery;

import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamOutline;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.NoSuchExam;
import br.com.redcheck.exam.ViewerShelf;
import br.com.redcheck.patient.PatientVisit;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The images of the one exam that a visit is about, in the viewer and as pictures. The doctor's measures, earlier exams and what
 * networks said stay with the doctor: what the patient is to know of them is in the report.
 */
@Controller
@RequestMapping("/visit")
class VisitImagesController {
    private static final MediaType DICOM = MediaType.parseMediaType("application/dicom");

    private final Openings openings;
    private final ExamShelf exams;
    private final ViewerShelf viewer;
    private final Places places;

    VisitImagesController(Openings openings, ExamShelf exams, ViewerShelf viewer, Places places) {
        this.openings = openings;
        this.exams = exams;
        this.viewer = viewer;
        this.places = places;
    }

    @GetMapping("/viewer")
    String viewer(@AuthenticationPrincipal PatientVisit visit, Model view) {
        view.addAttribute("exam", exams.exam(visit.owner(), new ExamId(visit.exam())));
        view.addAttribute("visit", true);
        return "reading/viewer";
    }

    @GetMapping("/{exam}/outline")
    @ResponseBody
    ExamOutline outline(@AuthenticationPrincipal PatientVisit visit, @PathVariable String exam) {
        ExamOutline outline = viewer.outline(visit.owner(), only(visit, exam));
        openings.note(visit.owner(), visit.link(), "link.images-seen");
        return outline.alone();
    }

    @GetMapping("/{exam}/images/{image}.dcm")
    ResponseEntity<Resource> image(
            @AuthenticationPrincipal PatientVisit visit, @PathVariable String exam, @PathVariable UUID image) {
        return ResponseEntity.ok()
                .contentType(DICOM)
                .cacheControl(CacheControl.noStore())
                .body(viewer.image(visit.owner(), only(visit, exam), image));
    }

    @GetMapping("/{exam}/images/{image}/{frame}.png")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal PatientVisit visit,
            @PathVariable String exam,
            @PathVariable UUID image,
            @PathVariable int frame) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(places.in(
                        HeavyWork.PICTURE, () -> exams.picture(visit.owner(), only(visit, exam), image, frame)));
    }

    /** The viewer asks for these; a patient is given none. */
    @GetMapping({"/{exam}/readings", "/{exam}/annotations"})
    @ResponseBody
    List<String> nothing(@AuthenticationPrincipal PatientVisit visit, @PathVariable String exam) {
        only(visit, exam);
        return List.of();
    }

    /** @throws NoSuchExam if it is another than the one that may be looked at */
    private static ExamId only(PatientVisit visit, String exam) {
        ExamId asked = ExamId.parse(exam);
        if (!asked.value().equals(visit.exam())) {
            throw new NoSuchExam();
        }
        return asked;
    }
}
