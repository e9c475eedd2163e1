package br.com.redcheck.patient.consent;

import br.com.redcheck.patient.PatientVisit;
import br.com.redcheck.patient.VisitSection;
import br.com.redcheck.platform.Operator;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which patients decide about their images, and change their minds. */
@Controller
@RequestMapping(VisitConsentController.PATH)
@Order(10)
class VisitConsentController implements VisitSection {
    static final String PATH = "/visit/consent";

    private final Consents consents;
    private final Operator operator;

    VisitConsentController(Consents consents, Operator operator) {
        this.consents = consents;
        this.operator = operator;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String key() {
        return "visit.consent";
    }

    @GetMapping
    String page(@AuthenticationPrincipal PatientVisit visit, Locale language, Model view) {
        LocalDate newest = consents.versions().get(0);
        view.addAttribute("standings", consents.of(visit.owner(), visit.patient()));
        view.addAttribute("steps", consents.history(visit.owner(), visit.patient()));
        view.addAttribute("version", newest);
        view.addAttribute("html", new ConsentText(newest).html(language, operator));
        return "consent/visit";
    }

    /** @param version the text that was on the page */
    @PostMapping
    String give(
            @AuthenticationPrincipal PatientVisit visit,
            @RequestParam Purpose purpose,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate version) {
        consents.giveByLink(visit.owner(), visit.patient(), Set.of(purpose), version);
        return "redirect:" + PATH;
    }

    @PostMapping("/withdrawn")
    String withdraw(@AuthenticationPrincipal PatientVisit visit, @RequestParam Purpose purpose) {
        consents.withdraw(visit.owner(), visit.patient(), purpose, Way.LINK);
        return "redirect:" + PATH;
    }
}
