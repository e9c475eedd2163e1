package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.audit.AuditLog;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page on which a doctor sees who has touched an exam. */
@Controller
class AccessController {
    private final ExamShelf shelf;
    private final AuditLog audit;

    AccessController(ExamShelf shelf, AuditLog audit) {
        this.shelf = shelf;
        this.audit = audit;
    }

    @GetMapping("/exams/{exam}/access")
    String page(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, Model view) {
        ExamSummary summary = shelf.exam(doctor.owner(), ExamId.parse(exam));
        view.addAttribute("exam", summary);
        view.addAttribute("reader", doctor.account());
        view.addAttribute("deeds", audit.of(doctor.owner(), summary.id().value()));
        return "exam/access";
    }
}
