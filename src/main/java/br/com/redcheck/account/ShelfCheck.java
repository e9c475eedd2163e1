package br.com.redcheck.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends doctors who stand before the shelf of a clinic back to their own as soon as they no longer belong to it. */
final class ShelfCheck extends OncePerRequestFilter {
    private final Clinics clinics;
    private final SessionIdentity session;

    ShelfCheck(Clinics clinics, SessionIdentity session) {
        this.clinics = clinics;
        this.session = session;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Doctor doctor
                && !doctor.beforeOwnShelf()
                && !clinics.has(doctor.owner(), doctor.account())) {
            session.move(authentication, doctor.before(new OwnerId(doctor.account())), request, response);
        }
        chain.doFilter(request, response);
    }
}
