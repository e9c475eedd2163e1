package br.com.redcheck.account.secondfactor;

import java.util.Set;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.util.Assert;

/** Asks of a passkey what Spring Security's does not: whether the device means the account that the passkey belongs to. */
final class OurRelyingParty extends Webauthn4JRelyingPartyOperations {
    private final Passkeys passkeys;

    OurRelyingParty(PasskeyHolders holders, Passkeys passkeys, PublicKeyCredentialRpEntity us, Set<String> origins) {
        super(holders, passkeys, us, origins);
        this.passkeys = passkeys;
    }

    /** @throws IllegalArgumentException if what the device made is not whole */
    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        AuthenticatorAttestationResponse made =
                request.getPublicKey().getCredential().getResponse();
        Assert.notNull(made, "no answer of the device");
        Assert.notNull(made.getClientDataJSON(), "no client data");
        Assert.notNull(made.getAttestationObject(), "no attestation");
        return super.registerCredential(request);
    }

    /** @throws IllegalArgumentException if the user handle is another account's (WebAuthn, 7.2, step 6) */
    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        Bytes handle = request.getPublicKey().getResponse().getUserHandle();
        CredentialRecord key =
                passkeys.findByCredentialId(request.getPublicKey().getRawId());
        if (handle != null && key != null && !handle.equals(key.getUserEntityUserId())) {
            throw new IllegalArgumentException("the device means another account");
        }
        return super.authenticate(request);
    }
}
