package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The page on which a doctor judges what was covered. */
@Controller
@RequestMapping("/exams/{exam}/masks")
class MaskController {
    private final ExamShelf shelf;
    private final MaskDesk desk;
    private final AuditLog audit;
    private final Places places;

    MaskController(ExamShelf shelf, MaskDesk desk, AuditLog audit, Places places) {
        this.shelf = shelf;
        this.desk = desk;
        this.audit = audit;
        this.places = places;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Model view) {
        ExamSummary summary = shelf.exam(doctor.owner(), ExamId.parse(exam));
        audit.recordApart(doctor.owner(), "exam.masks-opened", summary.id().value());
        view.addAttribute("exam", summary);
        return "exam/masks";
    }

    @GetMapping("/sheet")
    @ResponseBody
    MaskSheet sheet(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        return desk.sheet(doctor.owner(), ExamId.parse(exam));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, @RequestBody MaskDecision decision)
            throws IOException {
        places.during(HeavyWork.PICTURE, () -> desk.decide(doctor.owner(), ExamId.parse(exam), decision));
    }
}
