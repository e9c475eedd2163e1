package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets a doctor go from the own shelf to that of a clinic, and back. */
@Controller
class ShelfController {
    private final Clinics clinics;
    private final SessionIdentity session;

    ShelfController(Clinics clinics, SessionIdentity session) {
        this.clinics = clinics;
        this.session = session;
    }

    /** A shelf that is not the doctor's leaves them where they are. */
    @PostMapping("/shelf")
    String stand(
            @AuthenticationPrincipal Doctor doctor,
            @RequestParam UUID owner,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnerId shelf = new OwnerId(owner);
        if (owner.equals(doctor.account()) || clinics.has(shelf, doctor.account())) {
            session.move(authentication, doctor.before(shelf), request, response);
        }
        return "redirect:/exams";
    }
}
