package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.SignedIn;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second question at the door. */
@Controller
@RequestMapping(SecondFactorConfiguration.CHALLENGE)
class ChallengeController {
    private final StoredSecondFactors factors;
    private final AuthenticatorApps apps;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;
    private final FactorSession session;
    private final Clock clock;

    ChallengeController(
            StoredSecondFactors factors,
            AuthenticatorApps apps,
            Passkeys passkeys,
            RecoveryCodes recoveryCodes,
            FactorSession session,
            Clock clock) {
        this.factors = factors;
        this.apps = apps;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.session = session;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn person, Authentication now, Model view) {
        if (SecondFactorDemand.shownLately(now, clock) || !factors.enrolled(person.account())) {
            return "redirect:" + SecondFactorConfiguration.SETTINGS;
        }
        view.addAttribute("app", apps.enrolledAt(person.account()).isPresent());
        view.addAttribute("passkey", !passkeys.of(person.account()).isEmpty());
        view.addAttribute("recoveryCode", recoveryCodes.left(person.account()) > 0);
        return "account/second-factor";
    }

    @PostMapping("/code")
    void code(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (apps.accept(person.account(), code.strip())) {
            session.grant(request, response);
            session.goOn(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + session.refuse(request, response));
        }
    }

    /** Leads to the settings, for whoever had to use one of these has probably lost the phone. */
    @PostMapping("/recovery-code")
    String recoveryCode(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (recoveryCodes.use(person.account(), code)) {
            session.grant(request, response);
            return "redirect:" + SecondFactorConfiguration.SETTINGS + "?recovered";
        }
        return "redirect:" + session.refuse(request, response);
    }
}
