package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.accreditation.Licences;
import br.com.redcheck.accreditation.Standing;
import br.com.redcheck.accreditation.Standing.Granted;
import br.com.redcheck.exam.worklist.SoughtPatient.NotFound;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.person.InvalidCpf;
import br.com.redcheck.platform.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The doctor's shelf in the browser. The first page shows what waits for the doctor before everything else. */
@Controller
class WorklistController {
    private final Worklist worklist;
    private final PatientSearch patients;
    private final Licences licences;
    private final Messages messages;

    WorklistController(Worklist worklist, PatientSearch patients, Licences licences, Messages messages) {
        this.worklist = worklist;
        this.patients = patients;
        this.licences = licences;
        this.messages = messages;
    }

    @GetMapping("/exams")
    ModelAndView list(@AuthenticationPrincipal Doctor doctor, @RequestParam MultiValueMap<String, String> parameters) {
        return page(doctor, Place.parse(parameters), SoughtPatient.NOBODY, HttpStatus.OK);
    }

    /** Who is looked for never stands in an address, hence the form. */
    @PostMapping("/exams/patient")
    ModelAndView find(
            @AuthenticationPrincipal Doctor doctor,
            @ModelAttribute SoughtPatient sought,
            @RequestParam(defaultValue = "") String place,
            Locale language) {
        Filter filter = Place.parse(place).filter();
        try {
            Filter found = filter.of(patients.find(doctor.owner(), sought));
            return new ModelAndView("redirect:" + Place.startOf(found).address());
        } catch (NotFound | InvalidCpf nobody) {
            return page(doctor, Place.startOf(filter.ofAnyPatient()), sought, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("problem", messages.text(language, nobody));
        }
    }

    private ModelAndView page(Doctor doctor, Place place, SoughtPatient sought, HttpStatus status) {
        Optional<Standing> standing = licences.standing(doctor.owner());
        List<Identity> shownPatients = place.filter()
                .patient()
                .map(token -> patients.show(doctor.owner(), token))
                .orElse(List.of());
        return new ModelAndView("exam/shelf", status)
                .addObject("standing", standing)
                .addObject("maySend", standing.filter(Granted.class::isInstance).isPresent())
                .addObject("place", place)
                .addObject("shown", worklist.at(doctor.owner(), doctor.account(), place))
                .addObject("patients", shownPatients)
                .addObject("sought", sought)
                .addObject("waitingPlace", Place.startOf(Filter.only(Situation.ATTENTION)))
                .addObject("choices", Choices.ALL);
    }
}
