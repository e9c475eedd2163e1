package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.PasswordAgain;
import br.com.redcheck.account.ShownAgain;
import br.com.redcheck.account.SignedIn;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** Asks for the password, the app and the passkeys that a person has enrolled. */
@Service
class StoredFactorsShownAgain implements ShownAgain {
    private final PasswordAgain password;
    private final AuthenticatorApps apps;
    private final Passkeys passkeys;
    private final WebAuthnRelyingPartyOperations relyingParty;
    private final HttpSessionPublicKeyCredentialRequestOptionsRepository challenges =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();

    StoredFactorsShownAgain(
            PasswordAgain password,
            AuthenticatorApps apps,
            Passkeys passkeys,
            @Lazy WebAuthnRelyingPartyOperations relyingParty) {
        this.password = password;
        this.apps = apps;
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
    }

    @Override
    public Means of(SignedIn person) {
        boolean app = apps.enrolledAt(person.account()).isPresent();
        return new Means(app, !passkeys.of(person.account()).isEmpty());
    }

    @Override
    public void require(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        String passkey = shown("passkey", request);
        if (!passkey.isEmpty()) {
            requirePasskey(person, passkey, request, response);
            return;
        }
        password.require(person, shown("password", request));
        Means means = of(person);
        if (means.app() && !apps.accept(person.account(), shown("code", request).replace(" ", ""))) {
            throw NotShownAgain.code();
        }
        if (!means.app() && means.passkey()) {
            throw NotShownAgain.passkey();
        }
    }

    private static String shown(String what, HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(what), "");
    }

    /** The challenge is good for one answer. */
    private void requirePasskey(
            SignedIn person, String answer, HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions challenge =
                Optional.ofNullable(challenges.load(request)).orElseThrow(NotShownAgain::passkey);
        challenges.save(request, response, null);
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    PasskeyJson.MAPPER.readValue(answer, new TypeReference<>() {});
            String holder = relyingParty
                    .authenticate(new RelyingPartyAuthenticationRequest(challenge, credential))
                    .getName();
            if (!holder.equals(person.getUsername())) {
                throw NotShownAgain.passkey();
            }
        } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
            throw NotShownAgain.passkey();
        }
    }
}
