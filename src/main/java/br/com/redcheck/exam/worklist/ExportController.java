package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list as a file: all that fits a filter, or what was ticked. */
@Controller
class ExportController {
    private final WorklistCsv csv;
    private final AuditLog audit;
    private final Places places;

    ExportController(WorklistCsv csv, AuditLog audit, Places places) {
        this.csv = csv;
        this.audit = audit;
        this.places = places;
    }

    @GetMapping("/exams/export")
    void filtered(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        Filter filter = Filter.parse(parameters);
        send(doctor.owner(), response, out -> csv.write(doctor.owner(), filter, out));
    }

    @PostMapping("/exams/selection/export")
    void selected(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") List<String> exam,
            HttpServletResponse response)
            throws IOException {
        List<ExamId> exams = exam.stream().map(ExamId::parse).toList();
        send(doctor.owner(), response, out -> csv.write(doctor.owner(), exams, out));
    }

    private void send(OwnerId owner, HttpServletResponse response, Lines lines) throws IOException {
        places.during(HeavyWork.DOWNLOAD, () -> {
            try (Writer out = download(owner, response)) {
                lines.writeTo(out);
            }
        });
    }

    private Writer download(OwnerId owner, HttpServletResponse response) throws IOException {
        audit.recordApart(owner, "worklist.downloaded", null);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(WorklistCsv.FILE_NAME)
                        .build()
                        .toString());
        return response.getWriter();
    }

    @FunctionalInterface
    private interface Lines {
        void writeTo(Writer out) throws IOException;
    }
}
