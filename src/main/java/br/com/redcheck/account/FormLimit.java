package br.com.redcheck.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down whoever sends in the forms that are open to anybody, each of which costs us a hash or an e-mail. */
final class FormLimit extends OncePerRequestFilter {
    private static final Set<String> FORMS = Set.of("/sign-up", "/forgotten", "/links");

    private final Tries tries;

    FormLimit(Tries tries) {
        this.tries = tries;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !HttpMethod.POST.matches(request.getMethod())
                || FORMS.stream().noneMatch(form -> path.equals(form) || path.startsWith(form + "/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (tries.take(Allowance.FORMS, Visitor.of(request).address())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }
}
