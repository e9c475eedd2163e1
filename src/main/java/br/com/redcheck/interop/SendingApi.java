package br.com.redcheck.interop;

import br.com.redcheck.account.ApiClient;
import br.com.redcheck.exam.ProgramSendings;
import br.com.redcheck.exam.ProgramSendings.Upload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Programs send exams, and ask what became of them. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SendingApi {
    private static final int LONGEST_KEY = 200;

    private final ProgramSendings sendings;

    SendingApi(ProgramSendings sendings) {
        this.sendings = sendings;
    }

    /** The bytes go from the connection into the vault; the answer comes when all of them are there. */
    @PostMapping(
            path = "/exams",
            consumes = {"application/dicom", "application/zip", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(summary = "api.send", description = "api.send.more")
    @SecurityRequirement(name = ApiDescription.KEY, scopes = "exams:send")
    @ApiResponse(responseCode = "202", description = "api.send.answer", useReturnTypeSchema = true)
    ResponseEntity<SendingResource> send(
            @AuthenticationPrincipal ApiClient program,
            @Parameter(description = "api.send.urgent") @RequestParam(defaultValue = "false") boolean urgent,
            @Parameter(description = "api.send.key") @RequestHeader(name = "Idempotency-Key", required = false)
                    Optional<String> key,
            HttpServletRequest request,
            Locale language)
            throws IOException {
        key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).ifPresent(text -> {
            throw new UnfitRequestKey(LONGEST_KEY);
        });
        Upload upload = new Upload(key, request.getContentLengthLong(), urgent, request.getInputStream());
        UUID sending = sendings.receive(program.owner(), upload);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/sendings/" + sending))
                .body(SendingResource.of(sendings.report(program.owner(), sending, language)));
    }

    @GetMapping("/sendings/{sending}")
    @Operation(summary = "api.sending", description = "api.sending.more")
    @SecurityRequirement(name = ApiDescription.KEY, scopes = "exams:send")
    @ApiResponse(responseCode = "200", description = "api.sending.answer", useReturnTypeSchema = true)
    SendingResource sending(
            @AuthenticationPrincipal ApiClient program,
            @Parameter(description = "api.sending.id") @PathVariable UUID sending,
            Locale language) {
        return SendingResource.of(sendings.report(program.owner(), sending, language));
    }
}
