package br.com.redcheck.audit;

import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log for administrators: the newest entries, whether the chain holds, and all of it as a file. */
@Controller
@RequestMapping("/admin/audit")
class AuditController {
    private static final int PAGE = 50;

    private final AuditChain chain;
    private final Places places;
    private final HighWater water;

    AuditController(AuditChain chain, Places places, HighWater water) {
        this.chain = chain;
        this.places = places;
        this.water = water;
    }

    @GetMapping
    String newest(@RequestParam(defaultValue = "9223372036854775807") long before, Model view) {
        List<AuditEntry> found = chain.newest(before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<AuditEntry> entries = more ? found.subList(0, PAGE) : found;
        view.addAttribute("entries", entries);
        view.addAttribute("behind", water.behind());
        if (more) {
            view.addAttribute("before", entries.get(PAGE - 1).number());
        }
        return "audit/log";
    }

    @PostMapping("/verify")
    String verify(Model view) {
        view.addAttribute("verdict", places.in(HeavyWork.SURVEY, () -> chain.verify(Map.of())));
        return newest(Long.MAX_VALUE, view);
    }

    @PostMapping("/database")
    String accept() throws IOException {
        water.accept();
        return "redirect:/admin/audit";
    }

    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        places.during(HeavyWork.SURVEY, () -> send(from, to, response));
    }

    private void send(@Nullable LocalDate from, @Nullable LocalDate to, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("audit.jsonl").build().toString());
        response.flushBuffer(); // the session is saved with the head, and could not be in a transaction that only reads
        try (Writer lines = response.getWriter()) {
            new JsonLines(chain).write(from, to, lines);
        }
    }
}
