package br.com.redcheck.report;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.person.Crm;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The page on which doctors say what stands at the head of their reports. */
@Controller
@RequestMapping("/reports/letterhead")
class LetterheadController {
    private final Letterheads letterheads;
    private final Signers signers;
    private final Places places;

    LetterheadController(Letterheads letterheads, Signers signers, Places places) {
        this.letterheads = letterheads;
        this.signers = signers;
        this.places = places;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Doctor doctor, Model view) {
        view.addAttribute("letterhead", letterheads.of(doctor.owner(), doctor));
        view.addAttribute("logo", letterheads.logo(doctor.owner()).isPresent());
        view.addAttribute("crmKnown", signers.known(doctor));
        return "report/letterhead";
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String crm) {
        Optional<Crm> written = crm.isBlank() ? Optional.empty() : Optional.of(Crm.parse(crm));
        letterheads.change(doctor.owner(), new Letterhead(name, address, phone, written));
        return "redirect:/reports/letterhead?kept";
    }

    /** Takes one file as the body itself: its name never travels. */
    @PostMapping(path = "/logo", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeLogo(@AuthenticationPrincipal Doctor doctor, InputStream file) throws IOException {
        places.during(HeavyWork.SCAN, () -> letterheads.changeLogo(doctor.owner(), file));
    }

    @PostMapping("/logo/removed")
    String removeLogo(@AuthenticationPrincipal Doctor doctor) {
        letterheads.removeLogo(doctor.owner());
        return "redirect:/reports/letterhead";
    }

    @GetMapping(path = "/logo.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> logo(@AuthenticationPrincipal Doctor doctor) {
        return ResponseEntity.of(letterheads.logo(doctor.owner()));
    }
}
