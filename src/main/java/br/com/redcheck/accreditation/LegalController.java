package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Operator;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The texts that people agree to. */
@Controller
class LegalController {
    private final Operator operator;

    LegalController(Operator operator) {
        this.operator = operator;
    }

    @GetMapping("/terms")
    String terms(Locale language, Model view) {
        return page(LegalText.TERMS, language, view);
    }

    @GetMapping("/privacy")
    String privacy(Locale language, Model view) {
        return page(LegalText.PRIVACY, language, view);
    }

    private String page(LegalText text, Locale language, Model view) {
        view.addAttribute("version", LocalDate.parse(text.version()));
        view.addAttribute("heading", "legal." + text.name().toLowerCase(Locale.ROOT));
        view.addAttribute("html", text.html(language, operator));
        return "accreditation/legal";
    }
}
