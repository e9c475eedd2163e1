package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What doctors draw over images, kept with the exam. */
@RestController
@RequestMapping("/exams/{exam}/annotations")
class AnnotationController {
    private final Annotations annotations;

    AnnotationController(Annotations annotations) {
        this.annotations = annotations;
    }

    @GetMapping
    List<Annotations.Kept> all(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        return annotations.of(doctor.owner(), ExamId.parse(exam));
    }

    @PutMapping("/{annotation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String exam,
            @PathVariable UUID annotation,
            @RequestBody Annotation drawn) {
        annotations.keep(doctor.owner(), ExamId.parse(exam), annotation, drawn);
    }

    @DeleteMapping("/{annotation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam, @PathVariable UUID annotation) {
        annotations.remove(doctor.owner(), ExamId.parse(exam), annotation);
    }
}
