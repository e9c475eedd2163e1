package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The images of an exam as pictures, one frame each. */
@Controller
@RequestMapping("/exams/{exam}")
class PictureController {
    private final ExamShelf shelf;
    private final MaskDesk masks;
    private final Places places;

    PictureController(ExamShelf shelf, MaskDesk masks, Places places) {
        this.shelf = shelf;
        this.masks = masks;
        this.places = places;
    }

    @GetMapping(path = "/images/{image}/{frame}.png", produces = MediaType.IMAGE_PNG_VALUE)
    @ResponseBody
    byte[] image(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @PathVariable UUID image,
            @PathVariable int frame) {
        return places.in(HeavyWork.PICTURE, () -> shelf.picture(doctor.owner(), ExamId.parse(exam), image, frame));
    }

    /** The same beneath its masks, as long as the doctor has not judged these. */
    @GetMapping(path = "/uncovered/{image}/{frame}.png", produces = MediaType.IMAGE_PNG_VALUE)
    @ResponseBody
    byte[] uncovered(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @PathVariable UUID image,
            @PathVariable int frame) {
        return places.in(HeavyWork.PICTURE, () -> masks.picture(doctor.owner(), ExamId.parse(exam), image, frame));
    }
}
