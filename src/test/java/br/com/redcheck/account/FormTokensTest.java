package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;

class FormTokensTest {
    private final FormTokens tokens = new FormTokens();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aVisitorsTokenIsInACookieAndBeginsNoSession() {
        CsrfToken token = tokens.generateToken(request);
        tokens.saveToken(token, request, response);

        assertThat(request.getSession(false)).isNull();
        Cookie cookie = Objects.requireNonNull(response.getCookie("form"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(load(cookie)).isEqualTo(token.getToken());
    }

    @Test
    void overTlsTheCookieIsOfThisHostAlone() {
        request.setSecure(true);
        tokens.saveToken(tokens.generateToken(request), request, response);

        Cookie cookie = Objects.requireNonNull(response.getCookie("__Host-form"));
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void theCookieCountsUntilTheSessionHasATokenOfItsOwn() {
        Cookie cookie = new Cookie("form", "of the visitor");
        Objects.requireNonNull(request.getSession());
        assertThat(load(cookie)).isEqualTo("of the visitor");

        CsrfToken own = tokens.generateToken(request);
        tokens.saveToken(own, request, response);
        assertThat(load(cookie)).isEqualTo(own.getToken());
    }

    @Test
    void signingInEndsBoth() {
        Objects.requireNonNull(request.getSession());
        tokens.saveToken(tokens.generateToken(request), request, response);
        tokens.saveToken(null, request, response);

        assertThat(Objects.requireNonNull(response.getCookie("form")).getMaxAge())
                .isZero();
        request.setCookies(new Cookie("form", "of the visitor"));
        assertThat(tokens.loadToken(request)).isNull();
    }

    private String load(Cookie cookie) {
        request.setCookies(cookie);
        return Objects.requireNonNull(tokens.loadToken(request)).getToken();
    }
}
