package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a page how far its exam has come. */
@Controller
class ProgressController {
    private final ProgressStreams streams;
    private final ExamShelf shelf;

    ProgressController(ProgressStreams streams, ExamShelf shelf) {
        this.streams = streams;
        this.shelf = shelf;
    }

    @GetMapping("/exams/{exam}/progress")
    SseEmitter progress(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        OwnerId owner = doctor.owner();
        return streams.follow(
                doctor.account(), owner, shelf.exam(owner, ExamId.parse(exam)).id());
    }
}
