package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Hears that an exam is whole. */
@Controller
class ExamController {
    private final ExamProgress progress;

    ExamController(ExamProgress progress) {
        this.progress = progress;
    }

    @PostMapping("/exams/{exam}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        progress.complete(doctor.owner(), ExamId.parse(exam));
    }
}
