package br.com.redcheck.account.secondfactor;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import br.com.redcheck.account.AskedBefore;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpMessageConverterAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/**
 * Lets people in by a passkey, instead of the password or after it. Unlike Spring Security's own configurer it gives the session
 * our {@link br.com.redcheck.account.SignedIn}, renews its id, and leaves registration to {@link PasskeyController}.
 */
final class PasskeySignIn extends AbstractHttpConfigurer<PasskeySignIn, HttpSecurity> {
    static final String ENTRY = "/sign-in/passkey";
    static final String OPTIONS = ENTRY + "/options";

    private final WebAuthnRelyingPartyOperations relyingParty;
    private final UserDetailsService people;
    private final AuthenticationEventPublisher events;

    PasskeySignIn(
            WebAuthnRelyingPartyOperations relyingParty,
            UserDetailsService people,
            AuthenticationEventPublisher events) {
        this.relyingParty = relyingParty;
        this.people = people;
        this.events = events;
    }

    @Override
    public void configure(HttpSecurity http) {
        PublicKeyCredentialRequestOptionsFilter options = new PublicKeyCredentialRequestOptionsFilter(relyingParty);
        options.setRequestMatcher(pathPattern(HttpMethod.POST, OPTIONS));
        http.addFilterBefore(options, AuthorizationFilter.class);
        http.addFilterAfter(postProcess(entry(http)), UsernamePasswordAuthenticationFilter.class);
    }

    private WebAuthnAuthenticationFilter entry(HttpSecurity http) {
        ProviderManager manager = new ProviderManager(new PasskeyAuthenticationProvider(relyingParty, people));
        manager.setAuthenticationEventPublisher(events);
        WebAuthnAuthenticationFilter entry = new Entry();
        entry.setRequiresAuthenticationRequestMatcher(pathPattern(HttpMethod.POST, ENTRY));
        entry.setConverter(new JacksonJsonHttpMessageConverter(PasskeyJson.MAPPER));
        entry.setAuthenticationManager(manager);
        HttpMessageConverterAuthenticationSuccessHandler onward =
                new HttpMessageConverterAuthenticationSuccessHandler();
        onward.setRequestCache(new AskedBefore());
        entry.setAuthenticationSuccessHandler(onward);
        entry.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        return entry;
    }

    /** What is JSON and no passkey, such as {@code null}, is as wrong as any other: Spring Security's filter would fail. */
    private static final class Entry extends WebAuthnAuthenticationFilter {
        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
                throws AuthenticationException, IOException, ServletException {
            try {
                return super.attemptAuthentication(request, response);
            } catch (IllegalArgumentException e) {
                throw new BadCredentialsException("not a passkey", e);
            }
        }
    }
}
