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
    private static final int ROWS = 25;
    private static final int ATTENTION_ROWS = 10;

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
        view.addAttribute("page", page(doctor, place));
        view.addAttribute("choices", Choices.ALL);
        view.addAttribute("labels", labels.of(doctor.owner()));
        view.addAttribute("kept", filters.of(doctor.owner(), doctor.account()));
        addAttention(doctor, place, view);
        return "exam/shelf";
    }

    /** Without a filter, what waits for the doctor stands apart and is not listed a second time. */
    private Page page(Doctor doctor, Place place) {
        Filter filter = place.filter().isEmpty() ? Filter.only(Situation.CALM) : place.filter();
        return worklist.page(doctor.owner(), filter, place.cursor().orElse(null), ROWS);
    }

    private void addAttention(Doctor doctor, Place place, Model view) {
        Filter attention = Filter.only(Situation.ATTENTION);
        view.addAttribute("attentionPlace", Place.startOf(attention));
        view.addAttribute("attentionCount", worklist.count(doctor.owner(), attention));
        view.addAttribute("attentionMore", Worklist.COUNTED);
        view.addAttribute(
                "attention",
                place.front() ? worklist.page(doctor.owner(), attention, null, ATTENTION_ROWS) : Page.EMPTY);
    }
}
