package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.accreditation.Licences;
import br.com.redcheck.accreditation.Standing;
import br.com.redcheck.accreditation.Standing.Granted;
import br.com.redcheck.platform.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The doctor's shelf in the browser: what is there, and how more comes. */
@Controller
@RequestMapping("/exams")
class ExamController {
    private static final int ROWS = 25;

    private final ExamShelf shelf;
    private final ExamIntake intake;
    private final ExamProgress progress;
    private final Licences licences;
    private final Messages messages;

    ExamController(ExamShelf shelf, ExamIntake intake, ExamProgress progress, Licences licences, Messages messages) {
        this.shelf = shelf;
        this.intake = intake;
        this.progress = progress;
        this.licences = licences;
        this.messages = messages;
    }

    @GetMapping
    String shelf(@AuthenticationPrincipal Doctor doctor, @RequestParam(defaultValue = "0") int page, Model view) {
        Optional<Standing> standing = licences.standing(doctor.owner());
        view.addAttribute("standing", standing);
        view.addAttribute("maySend", standing.filter(Granted.class::isInstance).isPresent());
        view.addAttribute("exams", shelf.of(doctor.owner(), PageRequest.of(Math.max(page, 0), ROWS)));
        return "exam/shelf";
    }

    /**
     * Takes one file, an image or a zip of images, as the body itself: nothing of it ever lies on the disk unsealed, and its name,
     * which may be a patient's, never travels.
     */
    @PostMapping(path = "/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseBody
    List<Told> receive(@AuthenticationPrincipal Doctor doctor, InputStream file, Locale language) throws IOException {
        return intake.receive(doctor.owner(), file).stream()
                .map(receipt -> told(receipt, language))
                .toList();
    }

    @PostMapping("/{exam}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@AuthenticationPrincipal Doctor doctor, @PathVariable String exam) {
        progress.complete(doctor.owner(), ExamId.parse(exam));
    }

    private Told told(Receipt receipt, Locale language) {
        return new Told(
                receipt.path(),
                receipt.outcome(),
                receipt.reason().map(reason -> messages.text(language, reason)).orElse(null),
                receipt.exam().map(ExamId::toString).orElse(null));
    }

    /** A receipt in the reader's language. */
    record Told(
            String path,
            Receipt.Outcome outcome,
            @Nullable String reason,
            @Nullable String exam) {}
}
