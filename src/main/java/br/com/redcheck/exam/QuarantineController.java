package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page on which a doctor sees why an exam was stopped, and throws away what must not be kept. */
@Controller
@RequestMapping("/exams/{exam}/quarantine")
class QuarantineController {
    private final ExamShelf shelf;
    private final Quarantine quarantine;

    QuarantineController(ExamShelf shelf, Quarantine quarantine) {
        this.shelf = shelf;
        this.quarantine = quarantine;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Model view) {
        ExamId id = ExamId.parse(exam);
        view.addAttribute("exam", shelf.exam(doctor.owner(), id));
        view.addAttribute("findings", quarantine.findings(doctor.owner(), id));
        return "exam/quarantine";
    }

    @PostMapping
    String discard(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) throws IOException {
        ExamId id = ExamId.parse(exam);
        return quarantine.discard(doctor.owner(), id) ? "redirect:/exams/" + id : "redirect:/exams";
    }
}
