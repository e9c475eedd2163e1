package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.exam.worklist.Label.Colour;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the shelf's labels and the doctor's kept filters. */
@Controller
class LabelController {
    private static final String PAGE = "redirect:/exams/labels";

    private final Labels labels;
    private final SavedFilters filters;

    LabelController(Labels labels, SavedFilters filters) {
        this.labels = labels;
        this.filters = filters;
    }

    @GetMapping("/exams/labels")
    String page(@AuthenticationPrincipal Doctor doctor, Model view) {
        view.addAttribute("choices", Choices.ALL);
        view.addAttribute("labels", labels.of(doctor.owner()));
        view.addAttribute("kept", filters.of(doctor.owner(), doctor.account()));
        return "exam/labels";
    }

    @PostMapping("/exams/labels")
    String make(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String colour) {
        labels.make(doctor.owner(), Name.parse(name), Colour.parse(colour));
        return PAGE;
    }

    @PostMapping("/exams/labels/{label}/remove")
    String remove(@AuthenticationPrincipal Doctor doctor, @PathVariable UUID label) {
        labels.remove(doctor.owner(), label);
        return PAGE;
    }

    @PostMapping("/exams/filters")
    String keep(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String place) {
        Place kept = Place.startOf(Place.parse(place).filter().ofAnyPatient());
        filters.keep(doctor.owner(), doctor.account(), Name.parse(name), kept.filter());
        return "redirect:" + kept.address();
    }

    @PostMapping("/exams/filters/{filter}/remove")
    String forget(@AuthenticationPrincipal Doctor doctor, @PathVariable UUID filter) {
        filters.remove(doctor.owner(), doctor.account(), filter);
        return PAGE;
    }
}
