package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.accreditation.Licences;
import br.com.redcheck.accreditation.Standing;
import br.com.redcheck.accreditation.Standing.Granted;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The doctor's shelf in the browser. The first page shows what waits for the doctor before everything else. */
@Controller
class WorklistController {
    private final Worklist worklist;
    private final Labels labels;
    private final SavedFilters filters;
    private final Licences licences;

    WorklistController(Worklist worklist, Labels labels, SavedFilters filters, Licences licences) {
        this.worklist = worklist;
        this.labels = labels;
        this.filters = filters;
        this.licences = licences;
    }

    @GetMapping("/exams")
    String list(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam MultiValueMap<String, String> parameters,
            Model view) {
        Place place = Place.parse(parameters);
        Optional<Standing> standing = licences.standing(doctor.owner());
        view.addAttribute("standing", standing);
        view.addAttribute("maySend", standing.filter(Granted.class::isInstance).isPresent());
        view.addAttribute("place", place);
        view.addAttribute("shown", worklist.at(doctor.owner(), place));
        view.addAttribute("waitingPlace", Place.startOf(Filter.only(Situation.ATTENTION)));
        view.addAttribute("choices", Choices.ALL);
        view.addAttribute("labels", labels.of(doctor.owner()));
        view.addAttribute("kept", filters.of(doctor.owner(), doctor.account()));
        return "exam/shelf";
    }
}
