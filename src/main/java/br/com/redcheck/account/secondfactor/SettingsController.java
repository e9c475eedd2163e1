package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.SignedIn;
import br.com.redcheck.platform.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people enrol an authenticator app, see their passkeys, and get recovery codes. */
@Controller
@RequestMapping(SecondFactorConfiguration.SETTINGS)
class SettingsController {
    private static final String SETTINGS = "redirect:" + SecondFactorConfiguration.SETTINGS;

    private final StoredSecondFactors factors;
    private final AuthenticatorApps apps;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;
    private final FactorSession session;

    SettingsController(
            StoredSecondFactors factors,
            AuthenticatorApps apps,
            Passkeys passkeys,
            RecoveryCodes recoveryCodes,
            FactorSession session) {
        this.factors = factors;
        this.apps = apps;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.session = session;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn person, Model view) {
        view.addAttribute("required", factors.requiredOf(person));
        view.addAttribute("enrolled", factors.enrolled(person.account()));
        view.addAttribute("appSince", apps.enrolledAt(person.account()).orElse(null));
        view.addAttribute("passkeys", passkeys.of(person.account()));
        view.addAttribute("codesLeft", recoveryCodes.left(person.account()));
        return "account/second-factor-settings";
    }

    @PostMapping("/app")
    String beginApp(@AuthenticationPrincipal SignedIn person) {
        apps.begin(person.account());
        return SETTINGS + "/app";
    }

    @GetMapping("/app")
    String app(@AuthenticationPrincipal SignedIn person, Model view) {
        Optional<String> secret = apps.pending(person.account()).map(Base32::encode);
        if (secret.isEmpty()) {
            return SETTINGS;
        }
        String keyUri = keyUri(person, secret.get());
        view.addAttribute("secret", Base32.grouped(secret.get()));
        view.addAttribute("keyUri", keyUri);
        view.addAttribute("qrCode", QrCode.of(keyUri));
        return "account/authenticator-app";
    }

    @PostMapping("/app/confirm")
    String confirmApp(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model view) {
        if (!apps.confirm(person.account(), code.replace(" ", ""))) {
            return SETTINGS + "/app?wrong";
        }
        session.grant(request, response);
        return recoveryCodes.left(person.account()) > 0 ? SETTINGS : renewRecoveryCodes(person, view);
    }

    @PostMapping("/app/remove")
    String removeApp(@AuthenticationPrincipal SignedIn person) {
        apps.remove(person.account());
        return SETTINGS;
    }

    /** Answers with the codes themselves: they go into no session, and no other request can fetch them. */
    @PostMapping("/recovery-codes")
    String renewRecoveryCodes(@AuthenticationPrincipal SignedIn person, Model view) {
        view.addAttribute("codes", recoveryCodes.renew(person.account()));
        return "account/recovery-codes";
    }

    /** Whoever reloads a page that answered a form, or switches its language, asks for it anew. */
    @GetMapping({"/app/confirm", "/recovery-codes"})
    String afterwards() {
        return SETTINGS;
    }

    /** The address that authenticator apps read from the QR code. */
    private static String keyUri(SignedIn person, String secret) {
        String account = URLEncoder.encode(person.getUsername(), StandardCharsets.UTF_8);
        return "otpauth://totp/covid-dicom:" + account + "?secret=" + secret + "&issuer=covid-dicom";
    }
}
