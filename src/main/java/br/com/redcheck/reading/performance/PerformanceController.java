package br.com.redcheck.reading.performance;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.ExamSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which doctors see how the networks do on their own cases, and which exams are behind each number. */
@Controller
@RequestMapping("/outcomes")
class PerformanceController {
    private static final int ROWS = 50;

    private final OwnCases cases;
    private final ExamShelf shelf;

    PerformanceController(OwnCases cases, ExamShelf shelf) {
        this.cases = cases;
        this.shelf = shelf;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Doctor doctor, Model view) {
        view.addAttribute("comparison", cases.of(doctor.owner()));
        return "reading/performance";
    }

    /** Exams that a version of a network has read. A cell that there is not holds none. */
    @GetMapping("/read")
    String read(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String cell,
            @RequestParam(defaultValue = "0") int page,
            Model view) {
        Network network = new Network(model, version);
        Optional<Cell> wanted = Arrays.stream(Cell.values())
                .filter(one -> one.name().equals(cell))
                .findFirst();
        ConfusionMatrix matrix = cases.of(doctor.owner()).of(network);
        List<Row> rows = wanted.map(matrix::exams).orElse(List.of()).stream()
                .map(said -> new Row(said.exam(), Optional.of(said.suspected())))
                .toList();
        view.addAttribute("network", network);
        view.addAttribute("cell", wanted.map(Cell::name).orElse(""));
        return list(doctor.owner(), rows, page, view);
    }

    /** Exams whose outcome was told and that no network has read. */
    @GetMapping("/unread")
    String unread(@AuthenticationPrincipal Doctor doctor, @RequestParam(defaultValue = "0") int page, Model view) {
        List<Row> rows = cases.of(doctor.owner()).unread().stream()
                .map(exam -> new Row(exam, Optional.empty()))
                .toList();
        view.addAttribute("cell", "UNREAD");
        return list(doctor.owner(), rows, page, view);
    }

    private String list(OwnerId owner, List<Row> rows, int page, Model view) {
        int from = (int) Math.min((long) Math.max(page, 0) * ROWS, rows.size());
        view.addAttribute("page", from / ROWS);
        view.addAttribute("more", from + ROWS < rows.size());
        view.addAttribute("count", rows.size());
        view.addAttribute(
                "rows",
                rows.subList(from, Math.min(from + ROWS, rows.size())).stream()
                        .map(row -> new ShownRow(shelf.exam(owner, row.exam()), row.suspected()))
                        .toList());
        return "reading/performance-exams";
    }

    private record Row(ExamId exam, Optional<Double> suspected) {}

    /** @param suspected what the network said, if it is about one */
    record ShownRow(ExamSummary exam, Optional<Double> suspected) {}
}
