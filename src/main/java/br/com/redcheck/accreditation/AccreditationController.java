package br.com.redcheck.accreditation;

import br.com.redcheck.account.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page on which applicants see how they stand, what is missing, and what to do. */
@Controller
@RequestMapping("/accreditation")
class AccreditationController {
    private static final String BACK = "redirect:/accreditation";

    private final Applications applications;

    AccreditationController(Applications applications) {
        this.applications = applications;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn who, Model view) {
        applications.of(Standpoint.of(who)).ifPresent(own -> view.addAttribute("own", own));
        return "accreditation/own";
    }

    @PostMapping("/answered")
    String answer(@AuthenticationPrincipal SignedIn who) {
        applications.answer(Standpoint.of(who), who.account());
        return BACK;
    }

    @PostMapping("/asked-again")
    String askAgain(@AuthenticationPrincipal SignedIn who) {
        applications.askAgain(Standpoint.of(who), who.account());
        return BACK;
    }

    @PostMapping("/renewal-asked")
    String askRenewal(@AuthenticationPrincipal SignedIn who) {
        applications.askRenewal(Standpoint.of(who), who.account());
        return BACK;
    }
}
