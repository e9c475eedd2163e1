package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.accreditation.Licences;
import br.com.redcheck.accreditation.Standing;
import br.com.redcheck.accreditation.Standing.Granted;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The doctor's shelf in the browser: what is there, and how more comes. */
@Controller
@RequestMapping("/exams")
class ExamController {
    private static final int ROWS = 25;

    private final ExamShelf shelf;
    private final ExamProgress progress;
    private final Licences licences;

    ExamController(ExamShelf shelf, ExamProgress progress, Licences licences) {
        this.shelf = shelf;
        this.progress = progress;
        this.licences = licences;
    }

    @GetMapping
    String shelf(@AuthenticationPrincipal Doctor doctor, @RequestParam(defaultValue = "0") int page, Model view) {
        Optional<Standing> standing = licences.standing(doctor.owner());
        view.addAttribute("standing", standing);
        view.addAttribute("maySend", standing.filter(Granted.class::isInstance).isPresent());
        view.addAttribute("exams", shelf.of(doctor.owner(), PageRequest.of(Math.max(page, 0), ROWS)));
        return "exam/shelf";
    }

    @PostMapping("/{exam}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        progress.complete(doctor.owner(), ExamId.parse(exam));
    }
}
