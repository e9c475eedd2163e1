package br.com.redcheck.interop;

import br.com.redcheck.account.ApiClient;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.ExamSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The exams of the owner of an API key. */
@RestController
@RequestMapping(path = "/api/v1/exams", produces = MediaType.APPLICATION_JSON_VALUE)
class ExamApi {
    private static final int MOST = 200;

    private final ExamShelf shelf;

    ExamApi(ExamShelf shelf) {
        this.shelf = shelf;
    }

    /** Pages begin behind an exam and not at a number, so that what arrives meanwhile moves nothing. */
    @GetMapping
    @Operation(summary = "api.exams", description = "api.exams.more")
    @SecurityRequirement(name = ApiDescription.KEY, scopes = "exams:read")
    @ApiResponse(responseCode = "200", description = "api.exams.answer", useReturnTypeSchema = true)
    ExamsResource exams(
            @AuthenticationPrincipal ApiClient program,
            @Parameter(description = "api.exams.after") @RequestParam Optional<UUID> after,
            @Parameter(description = "api.exams.limit") @RequestParam(defaultValue = "50") int limit) {
        int size = Math.max(1, Math.min(limit, MOST));
        List<ExamSummary> found = shelf.page(program.owner(), after.map(ExamId::new), size + 1);
        return ExamsResource.of(found, size);
    }

    @GetMapping("/{exam}")
    @Operation(summary = "api.exam", description = "api.exam.more")
    @SecurityRequirement(name = ApiDescription.KEY, scopes = "exams:read")
    @ApiResponse(responseCode = "200", description = "api.exam.answer", useReturnTypeSchema = true)
    ExamResource exam(
            @AuthenticationPrincipal ApiClient program,
            @Parameter(description = "api.exam.id") @PathVariable UUID exam) {
        OwnerId owner = program.owner();
        ExamSummary found = shelf.exam(owner, new ExamId(exam));
        return ExamResource.of(found, shelf.series(owner, found.id()));
    }
}
