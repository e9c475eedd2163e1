package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.AskedBefore;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** What a session learns about its second factor: that it was shown, or how often a wrong code was given. */
@Component
class FactorSession {
    /** As many wrong codes in a row end the session. */
    static final int MAX_WRONG_CODES = 5;

    private static final String WRONG_CODES = FactorSession.class.getName() + ".wrongCodes";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    FactorSession() {
        onward.setRequestCache(new AskedBefore());
    }

    /** Notes that a second factor was shown; the session goes on under a new id, as after every sign-in. */
    void grant(HttpServletRequest request, HttpServletResponse response) {
        Authentication granted = current().toBuilder()
                .authorities(all -> {
                    all.removeIf(former -> SecondFactorDemand.AUTHORITY.equals(former.getAuthority()));
                    all.add(FactorGrantedAuthority.fromAuthority(SecondFactorDemand.AUTHORITY));
                })
                .build();
        request.changeSessionId();
        request.getSession().removeAttribute(WRONG_CODES);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(granted);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Leads on to the page that the second factor was asked for. */
    void goOn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        onward.onAuthenticationSuccess(request, response, current());
    }

    /** Counts a wrong code, and says where to go: back to the challenge, or out. */
    String refuse(HttpServletRequest request, HttpServletResponse response) {
        int wrong = 1 + (request.getSession().getAttribute(WRONG_CODES) instanceof Integer before ? before : 0);
        if (wrong >= MAX_WRONG_CODES) {
            new SecurityContextLogoutHandler().logout(request, response, current());
            return "/sign-in?codes";
        }
        request.getSession().setAttribute(WRONG_CODES, wrong);
        return SecondFactorConfiguration.CHALLENGE + "?wrong";
    }

    private static Authentication current() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return session;
    }
}
