package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.SessionController.Now;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Asking who is signed in. */
class SessionControllerTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void aStrangerIsToldSoAndGetsNoSessionForAsking() {
        assertThat(new SessionController().now(null, token()).getBody()).isEqualTo(new Now("", ""));
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void anAccountIsToldByItsMarkWithATokenThatNobodyMayKeep() {
        UUID account = UUID.randomUUID();
        Doctor ana = new Doctor(account, new OwnerId(account), "Ana", "ana@example.org", null);

        ResponseEntity<Now> answer = new SessionController().now(ana, token());

        assertThat(answer.getBody()).extracting(Now::account).isEqualTo(ana.mark());
        assertThat(answer.getBody()).extracting(Now::token).asString().isNotEmpty();
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    }

    /** As the security filters hand it over: made, and with it a session, when it is first asked for. */
    private CsrfToken token() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        DeferredCsrfToken deferred = new HttpSessionCsrfTokenRepository().loadDeferredToken(request, response);
        new XorCsrfTokenRequestAttributeHandler().handle(request, response, deferred::get);
        return (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
    }
}
