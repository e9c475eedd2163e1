package br.com.redcheck.report;

import br.com.redcheck.account.Doctor;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Keeps phrases and removes them, from the page on which a report is written. */
@Controller
@RequestMapping("/reports/phrases")
class PhraseController {
    private final Phrases phrases;

    PhraseController(Phrases phrases) {
        this.phrases = phrases;
    }

    @PostMapping
    @ResponseBody
    Phrases.Kept keep(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "FINDINGS") Section section,
            @RequestParam(defaultValue = "") String text) {
        return phrases.keep(doctor.owner(), new Phrase(section, text));
    }

    @PostMapping("/{id}/removed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Doctor doctor, @PathVariable UUID id) {
        phrases.remove(doctor.owner(), id);
    }
}
