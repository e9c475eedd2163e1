package br.com.redcheck.patient.rights;

import br.com.redcheck.patient.PatientVisit;
import br.com.redcheck.patient.VisitSection;
import br.com.redcheck.patient.rights.RightsRequest.Channel;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which patients ask for what the law gives them; the link's second proof says who they are. */
@Controller
@RequestMapping(VisitRequestsController.PATH)
@Order(20)
class VisitRequestsController implements VisitSection {
    static final String PATH = "/visit/requests";

    private final RightsDesk desk;

    VisitRequestsController(RightsDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String key() {
        return "visit.rights";
    }

    @GetMapping
    String page(@AuthenticationPrincipal PatientVisit visit, Model view) {
        view.addAttribute("requests", desk.of(visit.owner(), visit.patient()));
        view.addAttribute("kinds", RequestKind.values());
        return "rights/visit";
    }

    @PostMapping
    String ask(
            @AuthenticationPrincipal PatientVisit visit,
            @RequestParam RequestKind kind,
            @RequestParam(defaultValue = "") String note) {
        desk.ask(visit.owner(), visit.patient(), kind, Channel.LINK, note);
        return "redirect:" + PATH;
    }
}
