package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.exam.ExamId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done to the exams that were ticked, be it one. Where the doctor was in the list, they are again. */
@Controller
@RequestMapping("/exams/selection")
class SelectionController {
    private final Labels labels;
    private final PutAway away;

    SelectionController(Labels labels, PutAway away) {
        this.labels = labels;
        this.away = away;
    }

    @PostMapping("/put-on")
    String putOn(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") List<String> exam,
            @RequestParam Optional<UUID> label,
            @RequestParam(defaultValue = "") String place) {
        label.ifPresent(chosen -> labels.putOn(doctor.owner(), chosen, ids(exam)));
        return back(place);
    }

    @PostMapping("/take-off")
    String takeOff(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") List<String> exam,
            @RequestParam Optional<UUID> label,
            @RequestParam(defaultValue = "") String place) {
        label.ifPresent(chosen -> labels.takeOff(doctor.owner(), chosen, ids(exam)));
        return back(place);
    }

    @PostMapping("/put-away")
    String putAway(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") List<String> exam,
            @RequestParam(defaultValue = "") String place) {
        away.put(doctor.owner(), ids(exam));
        return back(place);
    }

    @PostMapping("/take-back")
    String takeBack(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") List<String> exam,
            @RequestParam(defaultValue = "") String place) {
        away.takeBack(doctor.owner(), ids(exam));
        return back(place);
    }

    private static List<ExamId> ids(List<String> exams) {
        return exams.stream().map(ExamId::parse).toList();
    }

    private static String back(String place) {
        return "redirect:" + Place.parse(place).address();
    }
}
