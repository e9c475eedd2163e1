package br.com.redcheck.patient.consent;

import br.com.redcheck.platform.Operator;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What patients are asked to agree to, for anybody to read and for doctors to print. */
@Controller
class ConsentTextController {
    private final ConsentRows rows;
    private final Operator operator;

    ConsentTextController(ConsentRows rows, Operator operator) {
        this.rows = rows;
        this.operator = operator;
    }

    /** @param version the text of that day; the newest if there was none */
    @GetMapping("/consent")
    String text(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> version,
            Locale language,
            Model view) {
        LocalDate newest = rows.versions().get(0);
        LocalDate wanted = version.filter(rows::known).orElse(newest);
        view.addAttribute("version", wanted);
        view.addAttribute("html", new ConsentText(wanted).html(language, operator));
        view.addAttribute("purposes", Purpose.values());
        return "consent/text";
    }
}
