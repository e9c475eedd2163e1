package br.com.redcheck.pipeline;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The administrators' page of steps that have failed for good. */
@Controller
@RequestMapping("/admin/failed-steps")
class FailedStepsController {
    private final FailedSteps steps;

    FailedStepsController(FailedSteps steps) {
        this.steps = steps;
    }

    @GetMapping
    String page(Model view) {
        view.addAttribute("steps", steps.newest());
        return "pipeline/failed-steps";
    }

    @PostMapping("/{id}")
    String retry(@PathVariable UUID id) {
        steps.retry(id);
        return "redirect:/admin/failed-steps";
    }
}
