package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Lets the session of somebody who signs in last {@code server.servlet.session.timeout} beyond its last use. A session of nobody's,
 * which holds no more than a passkey's challenge, lasts minutes.
 */
@Component
class SessionOfSomebody implements SessionAuthenticationStrategy {
    static final Duration OF_NOBODY = Duration.ofMinutes(10);

    private final Duration timeout;

    SessionOfSomebody(@Value("${server.servlet.session.timeout}") Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().setMaxInactiveInterval(Math.toIntExact(timeout.toSeconds()));
    }
}
