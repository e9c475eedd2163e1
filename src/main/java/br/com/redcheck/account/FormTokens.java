package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps the tokens against forged requests in the session, and in a cookie for visitors who have no session yet: looking at a page
 * leaves nothing in the database. The cookie counts until the session has a token of its own, so that a form which was open when the
 * session began can still be sent; signing in ends both. A cookie that somebody else planted could at most help to sign a visitor in
 * to a stranger's account; its name keeps it to this host where there is TLS.
 */
@Component
class FormTokens implements CsrfTokenRepository {
    private static final String COOKIE = "form";
    private static final String HOST_ONLY = "__Host-";

    private final HttpSessionCsrfTokenRepository sessions = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository plain = cookie(COOKIE);
    private final CookieCsrfTokenRepository hostOnly = cookie(HOST_ONLY + COOKIE);

    private static CookieCsrfTokenRepository cookie(String name) {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(name);
        cookie.setHeaderName("X-CSRF-TOKEN"); // as the session's
        cookie.setCookieCustomizer(one -> one.sameSite("Lax"));
        return cookie;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return sessions.generateToken(request);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        CsrfToken own = sessions.loadToken(request);
        return own != null ? own : cookies(request).loadToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        boolean inSession = request.getSession(false) != null;
        if (inSession) {
            sessions.saveToken(token, request, response);
        }
        if (token == null || !inSession) {
            cookies(request).saveToken(token, request, response);
        }
    }

    private CookieCsrfTokenRepository cookies(HttpServletRequest request) {
        boolean wholeHost = request.isSecure() && request.getContextPath().isEmpty();
        return wholeHost ? hostOnly : plain;
    }
}
