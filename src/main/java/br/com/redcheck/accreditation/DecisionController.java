package br.com.redcheck.accreditation;

import br.com.redcheck.account.Administrator;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's decisions on a case, one address each. */
@Controller
@RequestMapping("/admin/cases/{id}")
class DecisionController {
    private static final String BACK = "redirect:/admin/cases/{id}";

    private final Decisions decisions;
    private final BrasiliaCalendar calendar;

    DecisionController(Decisions decisions, BrasiliaCalendar calendar) {
        this.decisions = decisions;
        this.calendar = calendar;
    }

    @PostMapping("/evidence-asked")
    String askEvidence(
            @AuthenticationPrincipal Administrator by, @PathVariable String id, @RequestParam String reason) {
        decisions.askEvidence(by, CaseId.parse(id), Reason.parse(reason));
        return BACK;
    }

    @PostMapping("/granted")
    String grant(
            @AuthenticationPrincipal Administrator by,
            @PathVariable String id,
            @RequestParam String until,
            @RequestParam(defaultValue = "") String reason) {
        decisions.grant(by, CaseId.parse(id), LastDay.parse(until, calendar.today()), Reason.note(reason));
        return BACK;
    }

    @PostMapping("/refused")
    String refuse(@AuthenticationPrincipal Administrator by, @PathVariable String id, @RequestParam String reason) {
        decisions.refuse(by, CaseId.parse(id), Reason.parse(reason));
        return BACK;
    }

    @PostMapping("/suspended")
    String suspend(@AuthenticationPrincipal Administrator by, @PathVariable String id, @RequestParam String reason) {
        decisions.suspend(by, CaseId.parse(id), Reason.parse(reason));
        return BACK;
    }

    @PostMapping("/lifted")
    String lift(@AuthenticationPrincipal Administrator by, @PathVariable String id, @RequestParam String reason) {
        decisions.lift(by, CaseId.parse(id), Reason.parse(reason));
        return BACK;
    }

    @PostMapping("/renewed")
    String renew(
            @AuthenticationPrincipal Administrator by,
            @PathVariable String id,
            @RequestParam String until,
            @RequestParam(defaultValue = "") String reason) {
        decisions.renew(by, CaseId.parse(id), LastDay.parse(until, calendar.today()), Reason.note(reason));
        return BACK;
    }

    @PostMapping("/renewal-declined")
    String declineRenewal(
            @AuthenticationPrincipal Administrator by, @PathVariable String id, @RequestParam String reason) {
        decisions.declineRenewal(by, CaseId.parse(id), Reason.parse(reason));
        return BACK;
    }
}
