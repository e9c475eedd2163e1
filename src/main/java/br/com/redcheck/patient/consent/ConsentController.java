package br.com.redcheck.patient.consent;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.consent.ConsentPapers.Scan;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The doctor's page about what a patient has agreed to. */
@Controller
@RequestMapping("/patients/{patient}/consent")
class ConsentController {
    private final Consents consents;
    private final ConsentPapers papers;
    private final Patients patients;
    private final Places places;

    ConsentController(Consents consents, ConsentPapers papers, Patients patients, Places places) {
        this.consents = consents;
        this.papers = papers;
        this.patients = patients;
        this.places = places;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Doctor doctor, @PathVariable String patient, Model view) {
        PatientId id = PatientId.parse(patient);
        view.addAttribute("patient", id);
        view.addAttribute("identity", patients.show(doctor.owner(), id));
        view.addAttribute("standings", consents.of(doctor.owner(), id));
        view.addAttribute("steps", consents.history(doctor.owner(), id));
        view.addAttribute("versions", consents.versions());
        view.addAttribute("purposes", Purpose.values());
        return "consent/doctor";
    }

    /** Takes the scan as the body itself: it never lies on the disk unsealed, and its name never travels. */
    @PostMapping(path = "/papers", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseBody
    Received receive(@AuthenticationPrincipal Doctor doctor, @PathVariable String patient, InputStream file)
            throws IOException {
        return places.in(
                HeavyWork.SCAN, () -> new Received(papers.receive(doctor.owner(), PatientId.parse(patient), file)));
    }

    @GetMapping("/papers/{paper}")
    ResponseEntity<InputStreamResource> paper(
            @AuthenticationPrincipal Doctor doctor, @PathVariable String patient, @PathVariable UUID paper)
            throws IOException {
        Scan scan = papers.open(doctor.owner(), PatientId.parse(patient), paper);
        ContentDisposition name = ContentDisposition.attachment()
                .filename("tcle." + scan.kind().name().toLowerCase(Locale.ROOT))
                .build();
        return ResponseEntity.ok()
                .contentType(scan.kind().type())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentLength(scan.length())
                .body(new InputStreamResource(scan.bytes()));
    }

    /** The doctor declares what a patient has agreed to on paper. */
    @PostMapping
    String give(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String patient,
            @RequestParam(defaultValue = "") Set<Purpose> purposes,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate version,
            @RequestParam UUID paper,
            @RequestParam(defaultValue = "false") boolean declared) {
        PatientId id = PatientId.parse(patient);
        patients.compare(doctor.owner(), id);
        if (!declared) {
            throw new NotDeclared();
        }
        consents.giveOnPaper(doctor.owner(), id, purposes, version, paper);
        return "redirect:/patients/" + patient + "/consent";
    }

    /** The patient has asked the doctor to take a consent back. */
    @PostMapping("/withdrawn")
    String withdraw(
            @AuthenticationPrincipal Doctor doctor, @PathVariable String patient, @RequestParam Purpose purpose) {
        consents.withdraw(doctor.owner(), PatientId.parse(patient), purpose, Way.REQUEST);
        return "redirect:/patients/" + patient + "/consent";
    }

    /** @param paper under which a scan was kept */
    record Received(UUID paper) {}
}
