package br.com.redcheck.interop;

import br.com.redcheck.account.ApiClient;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.reading.ExamReadings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the networks said about exams; it never goes out without the caution. */
@RestController
@RequestMapping(path = "/api/v1/exams/{exam}/readings", produces = MediaType.APPLICATION_JSON_VALUE)
class ReadingApi {
    private final ExamReadings readings;
    private final Messages messages;

    ReadingApi(ExamReadings readings, Messages messages) {
        this.readings = readings;
        this.messages = messages;
    }

    @GetMapping
    @Operation(summary = "api.readings", description = "api.readings.more")
    @SecurityRequirement(name = ApiDescription.KEY, scopes = "results:read")
    @ApiResponse(responseCode = "200", description = "api.readings.answer", useReturnTypeSchema = true)
    ReadingsResource readings(
            @AuthenticationPrincipal ApiClient program,
            @Parameter(description = "api.exam.id") @PathVariable UUID exam,
            Locale language) {
        return ReadingsResource.of(caution(language), exam, readings.of(program.owner(), new ExamId(exam), language));
    }

    @GetMapping("/{reading}/heat-maps")
    @Operation(summary = "api.heat-maps", description = "api.heat-maps.more")
    @SecurityRequirement(name = ApiDescription.KEY, scopes = "results:read")
    @ApiResponse(responseCode = "200", description = "api.heat-maps.answer", useReturnTypeSchema = true)
    HeatMapsResource heatMaps(
            @AuthenticationPrincipal ApiClient program,
            @Parameter(description = "api.exam.id") @PathVariable UUID exam,
            @Parameter(description = "api.heat-maps.id") @PathVariable UUID reading,
            Locale language) {
        return HeatMapsResource.of(caution(language), readings.heatMaps(program.owner(), new ExamId(exam), reading));
    }

    private String caution(Locale language) {
        return messages.text(language, "page.caution");
    }
}
