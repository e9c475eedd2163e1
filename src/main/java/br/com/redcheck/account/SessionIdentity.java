package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Puts into the session who is signed in, and before which shelf they stand. */
@Component
class SessionIdentity {
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    void keep(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Leaves everything as it was, but for the shelf. */
    void move(Authentication authentication, Doctor doctor, HttpServletRequest request, HttpServletResponse response) {
        keep(authentication.toBuilder().principal(doctor).build(), request, response);
    }
}
