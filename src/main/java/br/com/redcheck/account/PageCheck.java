package br.com.redcheck.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what comes from a page that was opened for another account, or before another shelf: both may have changed in another tab
 * since. Scripts name it, see js/session.js: in the header {@code Page-Account}, or, for a stream of events, which has no headers, in the
 * address.
 */
final class PageCheck extends OncePerRequestFilter {
    private static final String NAME = "Page-Account";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String page = page(request);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (page != null
                && authentication != null
                && authentication.getPrincipal() instanceof SignedIn person
                && !page.equals(person.mark())) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static @Nullable String page(HttpServletRequest request) {
        boolean asks = HttpMethod.GET.matches(request.getMethod());
        String named = request.getHeader(NAME);
        return named == null && asks ? request.getParameter(NAME.toLowerCase(Locale.ROOT)) : named;
    }
}
