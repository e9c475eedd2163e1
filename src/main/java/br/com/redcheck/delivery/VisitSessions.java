package br.com.redcheck.delivery;

import br.com.redcheck.patient.PatientVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Keeps who is visiting in the session, beside whoever may be signed in there: a doctor who tries a link stays signed in. */
@Component
class VisitSessions {
    private static final String ATTRIBUTE = "PATIENT_VISIT";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final DeliverySettings settings;
    private final Clock clock;

    VisitSessions(DeliverySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        contexts.setSpringSecurityContextKey(ATTRIBUTE);
    }

    HttpSessionSecurityContextRepository contexts() {
        return contexts;
    }

    /** From here on the browser belongs to this patient, for a while; under a new session id, which nobody can have planted. */
    void begin(PatientVisit visit, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        int life = Math.toIntExact(settings.visit().toSeconds());
        session.setMaxInactiveInterval(Math.max(life, session.getMaxInactiveInterval()));
        request.changeSessionId();
        UsernamePasswordAuthenticationToken patient = UsernamePasswordAuthenticationToken.authenticated(
                visit, null, List.of(new SimpleGrantedAuthority("ROLE_" + PatientVisit.ROLE)));
        patient.setDetails(clock.instant().plus(settings.visit()));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(patient);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /** Whether the patient has been in for longer than one proof is good for. */
    boolean over(Authentication patient) {
        return patient.getDetails() instanceof Instant until && !clock.instant().isBefore(until);
    }
}
