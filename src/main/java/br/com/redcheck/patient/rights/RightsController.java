package br.com.redcheck.patient.rights;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.ShownAgain;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.rights.RightsRequest.Channel;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The doctor's pages about what patients ask for. */
@Controller
class RightsController {
    private final RightsDesk desk;
    private final Copies copies;
    private final Patients patients;
    private final ShownAgain shown;
    private final Messages messages;
    private final RetentionSettings retention;
    private final Clock clock;
    private final ZoneId zone;
    private final Places places;

    RightsController(
            RightsDesk desk,
            Copies copies,
            Patients patients,
            ShownAgain shown,
            Messages messages,
            RetentionSettings retention,
            Clock clock,
            ZoneId zone,
            Places places) {
        this.desk = desk;
        this.copies = copies;
        this.patients = patients;
        this.shown = shown;
        this.messages = messages;
        this.retention = retention;
        this.clock = clock;
        this.zone = zone;
        this.places = places;
    }

    /** All that waits. */
    @GetMapping("/patients/requests")
    String open(@AuthenticationPrincipal Doctor doctor, Model view) {
        view.addAttribute("requests", desk.open(doctor.owner()));
        return "rights/open";
    }

    @GetMapping("/patients/{patient}/requests")
    ModelAndView page(@AuthenticationPrincipal Doctor doctor, @PathVariable String patient, Locale language) {
        return page(doctor, PatientId.parse(patient), null, language);
    }

    /** A patient asks before the doctor, who has seen a document. */
    @PostMapping("/patients/{patient}/requests")
    ModelAndView ask(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String patient,
            @RequestParam RequestKind kind,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean proven,
            Locale language) {
        PatientId id = PatientId.parse(patient);
        return done(doctor, id, language, () -> {
            if (!proven) {
                throw NoAnswer.unproven();
            }
            desk.ask(doctor.owner(), id, kind, Channel.DOCTOR, note);
        });
    }

    @PostMapping("/patients/{patient}/requests/{request}/answer")
    ModelAndView answer(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String patient,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "false") boolean denied,
            @RequestParam(defaultValue = "") String answer,
            Locale language) {
        return done(
                doctor, PatientId.parse(patient), language, () -> desk.answer(doctor.owner(), request, denied, answer));
    }

    @GetMapping("/patients/{patient}/copy.zip")
    void copy(@AuthenticationPrincipal Doctor doctor, @PathVariable String patient, HttpServletResponse response)
            throws IOException {
        PatientId id = PatientId.parse(patient);
        patients.compare(doctor.owner(), id);
        places.during(HeavyWork.DOWNLOAD, () -> send(doctor, id, response));
    }

    private void send(Doctor doctor, PatientId id, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("copy.zip").build().toString());
        copies.write(doctor.owner(), id, response.getOutputStream());
    }

    /** Deletes the patient; whoever does it shows once more who they are. */
    @PostMapping("/patients/{patient}/erased")
    ModelAndView erase(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable String patient,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        PatientId id = PatientId.parse(patient);
        patients.compare(doctor.owner(), id);
        try {
            shown.require(doctor, request, response);
        } catch (Refusal refusal) {
            return page(doctor, id, refusal, language);
        }
        desk.erase(doctor.owner(), id);
        return new ModelAndView("redirect:/patients/requests?erased");
    }

    private ModelAndView done(Doctor doctor, PatientId patient, Locale language, Runnable wish) {
        patients.compare(doctor.owner(), patient);
        try {
            wish.run();
            return new ModelAndView("redirect:/patients/" + patient + "/requests");
        } catch (NoAnswer refusal) {
            return page(doctor, patient, refusal, language);
        }
    }

    private ModelAndView page(Doctor doctor, PatientId patient, @Nullable Refusal refusal, Locale language) {
        return new ModelAndView("rights/patient", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("patient", patient)
                .addObject("identity", patients.show(doctor.owner(), patient))
                .addObject("requests", desk.of(doctor.owner(), patient))
                .addObject("kinds", RequestKind.values())
                .addObject("means", shown.of(doctor))
                .addObject(
                        "backupsEnd", LocalDate.ofInstant(clock.instant(), zone).plus(retention.backups()))
                .addObject("wrong", refusal == null ? null : messages.text(language, refusal));
    }
}
