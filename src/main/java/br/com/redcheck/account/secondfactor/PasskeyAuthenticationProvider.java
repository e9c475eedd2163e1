package br.com.redcheck.account.secondfactor;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import tools.jackson.core.JacksonException;

/** Signs in whoever holds a passkey. The device has verified its holder by finger, face or code: that makes two factors. */
final class PasskeyAuthenticationProvider implements AuthenticationProvider {
    private final WebAuthnRelyingPartyOperations relyingParty;
    private final UserDetailsService people;
    private final AccountStatusUserDetailsChecker status = new AccountStatusUserDetailsChecker();

    PasskeyAuthenticationProvider(WebAuthnRelyingPartyOperations relyingParty, UserDetailsService people) {
        this.relyingParty = relyingParty;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        UserDetails person =
                people.loadUserByUsername(emailOf(((WebAuthnAuthenticationRequestToken) attempt).getWebAuthnRequest()));
        status.check(person);
        List<GrantedAuthority> granted = new ArrayList<>(person.getAuthorities());
        granted.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.WEBAUTHN_AUTHORITY));
        granted.add(FactorGrantedAuthority.fromAuthority(SecondFactorDemand.AUTHORITY));
        return UsernamePasswordAuthenticationToken.authenticated(person, null, granted);
    }

    private String emailOf(RelyingPartyAuthenticationRequest proof) {
        try {
            return relyingParty.authenticate(proof).getName();
        } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
            throw new BadCredentialsException("not a passkey of ours", e);
        }
    }

    @Override
    public boolean supports(@Nullable Class<?> attempt) {
        return attempt != null && WebAuthnAuthenticationRequestToken.class.isAssignableFrom(attempt);
    }
}
