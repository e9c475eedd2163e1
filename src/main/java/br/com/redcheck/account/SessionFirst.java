package br.com.redcheck.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Loads a request's session before anything else happens. From then on the request keeps it in memory, so who is asking is known
 * without the database when a transaction begins (see {@link AdministratorsTransactions}). Loaded later, within a transaction, it
 * could need a second connection while the first is held; enough requests at once would then wait for one another.
 */
@Component
@Order(SessionFirst.AFTER_SPRING_SESSION)
class SessionFirst extends OncePerRequestFilter {
    static final int AFTER_SPRING_SESSION = SessionRepositoryFilter.DEFAULT_ORDER + 1;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getSession(false);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
