package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.SignedIn;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.core.JacksonException;

/** Makes passkeys, and removes them. */
@Controller
@RequestMapping(SecondFactorConfiguration.SETTINGS + "/passkeys")
class PasskeyController {
    private static final int MAX_LABEL = 60;

    private final WebAuthnRelyingPartyOperations relyingParty;
    private final Passkeys passkeys;
    private final FactorSession session;
    private final HttpSessionPublicKeyCredentialCreationOptionsRepository challenges =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();

    PasskeyController(@Lazy WebAuthnRelyingPartyOperations relyingParty, Passkeys passkeys, FactorSession session) {
        this.relyingParty = relyingParty;
        this.passkeys = passkeys;
        this.session = session;
    }

    /** What the browser needs to ask the device for a new passkey; the challenge in it is good for one answer. */
    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialCreationOptions options = relyingParty.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(person));
        challenges.save(request, response, options);
        return PasskeyJson.MAPPER.writeValueAsString(options);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void register(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PublicKeyCredentialCreationOptions challenge =
                Optional.ofNullable(challenges.load(request)).orElseThrow(PasskeyNotAccepted::new);
        challenges.save(request, response, null);
        try {
            RelyingPartyPublicKey key = Optional.ofNullable(
                            PasskeyJson.MAPPER.readValue(request.getInputStream(), RelyingPartyPublicKey.class))
                    .orElseThrow(PasskeyNotAccepted::new);
            if (key.getLabel().length() > MAX_LABEL) {
                throw new PasskeyNotAccepted();
            }
            relyingParty.registerCredential(new ImmutableRelyingPartyRegistrationRequest(challenge, key));
        } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
            throw new PasskeyNotAccepted(e);
        }
        session.grant(request, response);
    }

    @PostMapping("/{id}/remove")
    String remove(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        passkeys.remove(person.account(), id);
        return "redirect:" + SecondFactorConfiguration.SETTINGS;
    }
}
