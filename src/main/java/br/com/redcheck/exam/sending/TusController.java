package br.com.redcheck.exam.sending;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Resumable uploads as tus 1.0.0 says (https://tus.io/protocols/resumable-upload), with its extensions creation,
 * creation-with-upload, termination and expiration, under the address of a sending.
 */
@Controller
@RequestMapping("/exams/sendings/{sending}/files")
class TusController {
    private static final String VERSION = "1.0.0";
    private static final String BYTES = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Sendings sendings;
    private final SentFiles files;
    private final PartIntake parts;
    private final SealedParts sealed;
    private final SendingSettings settings;
    private final Clock clock;

    TusController(
            Sendings sendings,
            SentFiles files,
            PartIntake parts,
            SealedParts sealed,
            SendingSettings settings,
            Clock clock) {
        this.sendings = sendings;
        this.files = files;
        this.parts = parts;
        this.sealed = sealed;
        this.settings = settings;
        this.clock = clock;
    }

    /** Each answer says the version; a request in another is told so before anything is done. */
    @ModelAttribute
    void version(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader("Tus-Version", VERSION);
        boolean asks = request.getMethod().equals("OPTIONS");
        if (!asks && !VERSION.equals(request.getHeader("Tus-Resumable"))) {
            throw new OtherTusVersion();
        }
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options(@AuthenticationPrincipal Doctor doctor, @PathVariable String sending) {
        sendings.require(doctor.owner(), NoSuchSending.parse(sending));
        return ResponseEntity.noContent()
                .header("Tus-Extension", "creation,creation-with-upload,termination,expiration")
                .header("Tus-Max-Size", Long.toString(settings.fileBytes().toBytes()))
                .build();
    }

    /** Makes a file known; one whose key is known already is answered as it is. */
    @PostMapping
    ResponseEntity<Void> create(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String sending,
            @RequestHeader(LENGTH) long length,
            @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, defaultValue = "") String type,
            HttpServletRequest request)
            throws IOException {
        OwnerId owner = doctor.owner();
        UUID id = NoSuchSending.parse(sending);
        SentFile file = sendings.add(owner, id, new Announcement.File(TusMetadata.key(metadata), length));
        if (type.startsWith(BYTES) && file.state().open() && file.received() == 0) {
            file = append(owner, file, request);
        }
        return ResponseEntity.created(URI.create("/exams/sendings/" + id + "/files/" + file.id()))
                .headers(progress(file))
                .build();
    }

    /** How much of a file is here. (Spring answers HEAD where GET is mapped; GET is not, for the bytes are for nobody.) */
    @RequestMapping(path = "/{file}", method = RequestMethod.HEAD)
    ResponseEntity<Void> offset(
            @AuthenticationPrincipal Doctor doctor, @PathVariable String sending, @PathVariable String file) {
        SentFile found = file(doctor, sending, file);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(LENGTH, Long.toString(found.length()))
                .headers(progress(found))
                .build();
    }

    /** Appends bytes to a file. */
    @PatchMapping(path = "/{file}", consumes = BYTES)
    ResponseEntity<Void> append(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String sending,
            @PathVariable String file,
            @RequestHeader(OFFSET) long offset,
            HttpServletRequest request)
            throws IOException {
        SentFile found = file(doctor, sending, file);
        if (offset != found.received()) {
            throw new OffsetConflict();
        }
        SentFile now = append(doctor.owner(), found, request);
        return ResponseEntity.noContent().headers(progress(now)).build();
    }

    /** Takes a file back that has not come wholly. */
    @DeleteMapping("/{file}")
    ResponseEntity<Void> terminate(
            @AuthenticationPrincipal Doctor doctor, @PathVariable String sending, @PathVariable String file) {
        SentFile found = file(doctor, sending, file);
        if (sendings.withdraw(doctor.owner(), found)) {
            sealed.discard(doctor.owner(), found.id());
        }
        return ResponseEntity.noContent().build();
    }

    private SentFile file(Doctor doctor, String sending, String file) {
        return files.file(doctor.owner(), NoSuchSending.parse(sending), NoSuchSending.parse(file));
    }

    private SentFile append(OwnerId owner, SentFile file, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > file.length() - file.received()) {
            throw TooMuchToSend.beyondEnd();
        }
        return parts.append(owner, file, request.getInputStream());
    }

    private HttpHeaders progress(SentFile file) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(OFFSET, Long.toString(file.received()));
        if (file.state().open()) {
            headers.set(
                    "Upload-Expires",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            clock.instant().plus(settings.expiry()).atOffset(ZoneOffset.UTC)));
        }
        return headers;
    }
}
