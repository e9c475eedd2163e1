package br.com.redcheck.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Brings whoever has signed in to where they wanted to go, remembers the browser, and tells the others. */
@Component
class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {
    private final Acquaintances acquaintances;
    private final ApplicationEventPublisher events;

    Welcome(Acquaintances acquaintances, ApplicationEventPublisher events) {
        this.acquaintances = acquaintances;
        this.events = events;
        setDefaultTargetUrl("/");
        setRequestCache(new AskedBefore());
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        SignedIn person = person(authentication);
        remember(person, request, response);
        request.getSession().setAttribute(Sessions.DEVICE, Browser.of(request).words());
        events.publishEvent(new SignedInNow(person.account()));
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /** People come to the page of their kind, if they had not asked for another. */
    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        return person(Objects.requireNonNull(authentication)).home();
    }

    /** A browser may be known to several accounts by one cookie; one that we have not issued is not taken. */
    void remember(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        Visitor visitor = Visitor.of(request);
        Token device = visitor.device().filter(acquaintances::issued).orElseGet(Token::random);
        acquaintances.meet(person.account(), device, visitor.address());
        ResponseCookie cookie = ResponseCookie.from(Visitor.DEVICE_COOKIE, device.text())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Acquaintances.DEVICE_KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static SignedIn person(Authentication authentication) {
        return (SignedIn) Objects.requireNonNull(authentication.getPrincipal());
    }
}
