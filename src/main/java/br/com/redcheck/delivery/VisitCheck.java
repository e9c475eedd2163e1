package br.com.redcheck.delivery;

import br.com.redcheck.patient.PatientVisit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends patients out with their next step once their link has ended, or their time is over. */
final class VisitCheck extends OncePerRequestFilter {
    private final Openings openings;
    private final VisitSessions sessions;

    VisitCheck(Openings openings, VisitSessions sessions) {
        this.openings = openings;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication patient = SecurityContextHolder.getContext().getAuthentication();
        if (patient != null
                && patient.getPrincipal() instanceof PatientVisit visit
                && (sessions.over(patient)
                        || openings.standing(visit.owner(), visit.link()).isEmpty())) {
            sessions.end(request);
        }
        chain.doFilter(request, response);
    }
}
