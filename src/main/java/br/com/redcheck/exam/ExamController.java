package br.com.redcheck.exam;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.platform.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** How more comes to the doctor's shelf. */
@Controller
@RequestMapping("/exams")
class ExamController {
    private final ExamIntake intake;
    private final ExamProgress progress;
    private final Messages messages;

    ExamController(ExamIntake intake, ExamProgress progress, Messages messages) {
        this.intake = intake;
        this.progress = progress;
        this.messages = messages;
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
