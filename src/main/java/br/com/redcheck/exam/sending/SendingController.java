package br.com.redcheck.exam.sending;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomLimits;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sendings, as the page that sends asks about them. */
@RestController
@RequestMapping("/exams/sendings")
class SendingController {
    private final Sendings sendings;
    private final SentFiles files;
    private final SealedParts parts;
    private final SendingShelf shelf;
    private final SendingStreams streams;
    private final SendingSettings settings;

    SendingController(
            Sendings sendings,
            SentFiles files,
            SealedParts parts,
            SendingShelf shelf,
            SendingStreams streams,
            SendingSettings settings) {
        this.sendings = sendings;
        this.files = files;
        this.parts = parts;
        this.shelf = shelf;
        this.streams = streams;
        this.settings = settings;
    }

    /** What a page asks before it sends anything: how much may be sent, and what is unfinished. */
    @GetMapping
    Outlook outlook(@AuthenticationPrincipal Doctor doctor) {
        OwnerId owner = doctor.owner();
        return new Outlook(
                DicomLimits.defaults().objectBytes(),
                settings.fileBytes().toBytes(),
                settings.bytes().toBytes(),
                settings.files(),
                shelf.recent(owner),
                shelf.missing(owner));
    }

    /** Begins a sending, or goes on with the one that has the same files. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Begun begin(@AuthenticationPrincipal Doctor doctor, @RequestBody Announcement announcement) {
        Sendings.Begun begun = sendings.begin(doctor.owner(), announcement);
        begun.replaced().forEach(file -> parts.discard(doctor.owner(), file));
        return new Begun(begun.id(), settings.chunk().toBytes(), begun.files());
    }

    /** One sending with all its files. */
    @GetMapping("/{sending}")
    SendingView view(@AuthenticationPrincipal Doctor doctor, @PathVariable String sending, Locale language) {
        return shelf.view(doctor.owner(), NoSuchSending.parse(sending), Instant.EPOCH, language);
    }

    /** Tells how all of them get on. A browser that comes back hears what has changed meanwhile. */
    @GetMapping("/events")
    SseEmitter events(
            @AuthenticationPrincipal Doctor doctor,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Locale language) {
        return streams.follow(doctor.account(), doctor.owner(), last, language);
    }

    /** No more files will come. */
    @PostMapping("/{sending}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@AuthenticationPrincipal Doctor doctor, @PathVariable String sending) {
        sendings.close(doctor.owner(), NoSuchSending.parse(sending));
    }

    /** Takes back what has not come wholly. */
    @DeleteMapping("/{sending}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal Doctor doctor, @PathVariable String sending) {
        OwnerId owner = doctor.owner();
        UUID id = NoSuchSending.parse(sending);
        sendings.withdraw(owner, id);
        discard(owner, id);
    }

    /** Makes room for new sendings: takes back the unfinished one that has waited longest, and shows the list again. */
    @PostMapping("/oldest/withdrawal")
    ResponseEntity<Void> withdrawOldest(@AuthenticationPrincipal Doctor doctor) {
        OwnerId owner = doctor.owner();
        sendings.withdrawOldest(owner).ifPresent(sending -> discard(owner, sending));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/exams"))
                .build();
    }

    private void discard(OwnerId owner, UUID sending) {
        files.withdrawn(owner, sending).forEach(file -> parts.discard(owner, file));
    }

    /**
     * @param imageBytes of the largest file that is no archive
     * @param fileBytes of the largest archive
     * @param bytes of one sending
     * @param files of one sending
     * @param told the sendings of which the stream of events tells, as long as there are no others
     * @param missing what is unfinished, of these and all others
     */
    record Outlook(
            long imageBytes, long fileBytes, long bytes, int files, List<UUID> told, SendingShelf.Missing missing) {}

    /**
     * @param chunk bytes that a page sends in one request at most
     * @param files those announced, in the same order
     */
    record Begun(UUID id, long chunk, List<SentFile> files) {}
}
