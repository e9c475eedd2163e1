package br.com.redcheck.account;

import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The API keys of the shelf before which a doctor stands: their own, or that of a clinic they answer for. */
@Controller
@RequestMapping("/account/api-keys")
class ApiKeyController {
    private final ApiKeys keys;
    private final Clinics clinics;

    ApiKeyController(ApiKeys keys, Clinics clinics) {
        this.keys = keys;
        this.clinics = clinics;
    }

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal Doctor doctor) {
        return page(doctor, HttpStatus.OK);
    }

    /** Answers with the key itself: it goes into no session, and no other request can fetch it. */
    @PostMapping
    ModelAndView make(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<ApiScope> scopes,
            @RequestParam(defaultValue = "YEAR") ApiKeyWish.Life life) {
        requireResponsible(doctor);
        try {
            Token made = keys.make(doctor.owner(), doctor.account(), new ApiKeyWish(name, scopes, life));
            return page(doctor, HttpStatus.OK).addObject("made", made.text());
        } catch (ApiKeyWish.Unfit unfit) {
            return page(doctor, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("unfit", unfit)
                    .addObject("name", name);
        }
    }

    @PostMapping("/revoke")
    String revoke(@AuthenticationPrincipal Doctor doctor, @RequestParam UUID key) {
        requireResponsible(doctor);
        keys.revoke(doctor.owner(), key);
        return "redirect:/account/api-keys?revoked";
    }

    /** Who was asked for the second factor before revoking comes back here. */
    @GetMapping("/revoke")
    String afterwards() {
        return "redirect:/account/api-keys";
    }

    private ModelAndView page(Doctor doctor, HttpStatus status) {
        requireResponsible(doctor);
        return new ModelAndView("account/api-keys", status)
                .addObject("keys", keys.of(doctor.owner()))
                .addObject("clinic", clinics.name(doctor.owner()).orElse(null))
                .addObject("allScopes", ApiScope.values())
                .addObject("lives", ApiKeyWish.Life.values());
    }

    private void requireResponsible(Doctor doctor) {
        if (!doctor.beforeOwnShelf()
                && clinics.of(doctor.account(), doctor.owner())
                        .filter(Clinic::responsible)
                        .isEmpty()) {
            throw new NotResponsible();
        }
    }
}
