package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The doctors of a clinic; the one who answers for it invites and removes the others. */
@Controller
@RequestMapping("/clinic/{clinic}")
class ClinicController {
    private final Clinics clinics;
    private final LinkPost links;

    ClinicController(Clinics clinics, LinkPost links) {
        this.clinics = clinics;
        this.links = links;
    }

    @GetMapping
    String members(@AuthenticationPrincipal Doctor doctor, @PathVariable UUID clinic, Model view) {
        OwnerId owner = new OwnerId(clinic);
        view.addAttribute("clinic", clinics.of(doctor.account(), owner).orElseThrow(NoSuchClinic::new));
        view.addAttribute("members", clinics.members(owner));
        return "account/clinic";
    }

    /** The answer is the same whether the e-mail has an account or not. */
    @PostMapping("/invitations")
    String invite(
            @AuthenticationPrincipal Doctor doctor,
            @PathVariable UUID clinic,
            @RequestParam String email,
            Locale language) {
        requireResponsible(doctor, clinic);
        links.invite(doctor, EmailAddress.parse(email), language, clinic);
        return "redirect:/clinic/{clinic}?invited";
    }

    @PostMapping("/members/{member}/remove")
    String remove(@AuthenticationPrincipal Doctor doctor, @PathVariable UUID clinic, @PathVariable UUID member) {
        requireResponsible(doctor, clinic);
        clinics.remove(new OwnerId(clinic), doctor.account(), member);
        return "redirect:/clinic/{clinic}";
    }

    @PostMapping("/members/{member}/responsible")
    String handOver(@AuthenticationPrincipal Doctor doctor, @PathVariable UUID clinic, @PathVariable UUID member) {
        requireResponsible(doctor, clinic);
        clinics.handOver(new OwnerId(clinic), doctor.account(), member);
        return "redirect:/clinic/{clinic}";
    }

    private void requireResponsible(Doctor doctor, UUID clinic) {
        Clinic theirs = clinics.of(doctor.account(), new OwnerId(clinic)).orElseThrow(NoSuchClinic::new);
        if (!theirs.responsible()) {
            throw new NotResponsible();
        }
    }
}
