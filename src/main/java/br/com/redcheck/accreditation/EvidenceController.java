package br.com.redcheck.accreditation;

import br.com.redcheck.account.Administrator;
import br.com.redcheck.account.SignedIn;
import br.com.redcheck.accreditation.Evidence.Original;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Papers in and out. What a browser shows are pictures that we painted; a file as it came is only ever handed over as a file. */
@Controller
class EvidenceController {
    private final Evidence evidence;
    private final Places places;

    EvidenceController(Evidence evidence, Places places) {
        this.evidence = evidence;
        this.places = places;
    }

    /** Takes one file as the body itself: it never lies on the disk unsealed, and its name never travels. */
    @PostMapping(path = "/accreditation/evidence", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(@AuthenticationPrincipal SignedIn who, InputStream file) throws IOException {
        places.during(HeavyWork.SCAN, () -> evidence.receive(Standpoint.of(who), file));
    }

    @PostMapping("/accreditation/evidence/{file}/removed")
    String remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID file) throws IOException {
        evidence.remove(Standpoint.of(who), file);
        return "redirect:/accreditation";
    }

    @GetMapping(path = "/accreditation/evidence/{file}/{page}.jpg", produces = MediaType.IMAGE_JPEG_VALUE)
    @ResponseBody
    byte[] ownPage(@AuthenticationPrincipal SignedIn who, @PathVariable UUID file, @PathVariable int page) {
        return evidence.page(Standpoint.of(who), file, page);
    }

    @GetMapping(path = "/admin/cases/{id}/evidence/{file}/{page}.jpg", produces = MediaType.IMAGE_JPEG_VALUE)
    @ResponseBody
    byte[] page(
            @AuthenticationPrincipal Administrator by,
            @PathVariable String id,
            @PathVariable UUID file,
            @PathVariable int page) {
        return evidence.page(by, CaseId.parse(id), file, page);
    }

    @GetMapping("/admin/cases/{id}/evidence/{file}/original")
    ResponseEntity<byte[]> original(
            @AuthenticationPrincipal Administrator by, @PathVariable String id, @PathVariable UUID file) {
        Original original = evidence.original(by, CaseId.parse(id), file);
        String extension = original.kind().name().toLowerCase(Locale.ROOT);
        ContentDisposition name = ContentDisposition.attachment()
                .filename("evidence-" + file + "." + extension)
                .build();
        return ResponseEntity.ok()
                .contentType(original.kind().type())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(original.bytes());
    }
}
