package br.com.redcheck.accreditation;

import br.com.redcheck.account.Administrator;
import br.com.redcheck.accreditation.CaseDesk.QueueRow;
import br.com.redcheck.accreditation.CouncilRegister.Finding;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's lists of cases, and each case side by side with its papers. */
@Controller
@RequestMapping("/admin")
class AdminController {
    private final CaseDesk desk;
    private final BrasiliaCalendar calendar;

    AdminController(CaseDesk desk, BrasiliaCalendar calendar) {
        this.desk = desk;
        this.calendar = calendar;
    }

    @GetMapping
    String queue(
            @AuthenticationPrincipal Administrator by,
            @RequestParam(name = "list", defaultValue = "requested") String list,
            @RequestParam(defaultValue = "0") int page,
            Model view) {
        Queue which = Arrays.stream(Queue.values())
                .filter(queue -> queue.key().equals(list))
                .findFirst()
                .orElse(Queue.REQUESTED);
        int number = Math.max(page, 0);
        List<QueueRow> rows = desk.queue(by, which, number);
        view.addAttribute("lists", Queue.values());
        view.addAttribute("which", which);
        view.addAttribute("page", number);
        view.addAttribute("rows", rows.subList(0, Math.min(rows.size(), CaseDesk.ROWS)));
        view.addAttribute("more", rows.size() > CaseDesk.ROWS);
        return "accreditation/queue";
    }

    @GetMapping("/cases/{id}")
    String file(@AuthenticationPrincipal Administrator by, @PathVariable String id, Model view) {
        view.addAttribute("file", desk.open(by, CaseId.parse(id)));
        view.addAttribute("usual", LastDay.usual(calendar.today()).day());
        view.addAttribute("today", calendar.today());
        view.addAttribute("findings", Finding.values());
        return "accreditation/case";
    }

    @PostMapping("/cases/{id}/council")
    String council(@AuthenticationPrincipal Administrator by, @PathVariable String id, @RequestParam Finding finding) {
        desk.noteAnswer(by, CaseId.parse(id), finding);
        return "redirect:/admin/cases/" + CaseId.parse(id);
    }
}
