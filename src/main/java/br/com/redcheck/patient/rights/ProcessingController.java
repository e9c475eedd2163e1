package br.com.redcheck.patient.rights;

import br.com.redcheck.platform.Operator;
import br.com.redcheck.platform.PublicAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The record of processing activities, as this installation is set up, and what its retention rules would take away now. */
@Controller
class ProcessingController {
    private final Operator operator;
    private final PublicAddress address;
    private final Retention retention;
    private final RetentionSettings settings;

    ProcessingController(Operator operator, PublicAddress address, Retention retention, RetentionSettings settings) {
        this.operator = operator;
        this.address = address;
        this.retention = retention;
        this.settings = settings;
    }

    @GetMapping("/admin/processing")
    String all(Model view) {
        view.addAttribute("operator", operator);
        view.addAttribute("address", address.of("/"));
        view.addAttribute("activities", ProcessingActivity.values());
        view.addAttribute("rules", retention.dryRun());
        view.addAttribute("backups", settings.backups());
        return "rights/processing";
    }
}
