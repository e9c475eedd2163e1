package br.com.redcheck.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Problems;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

class RequestShareTest {
    private static final int SHARE = 6;

    private final RequestShare filter = new RequestShare(
            new OverloadSettings(Duration.ZERO, SHARE, 500, DataSize.ofKilobytes(1), Duration.ofSeconds(1)),
            new Problems(new Messages(), new AcceptHeaderLocaleResolver(), new JsonMapper()));
    private final MockHttpServletResponse ok = new MockHttpServletResponse();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theRequestThatIsOneTooManyForAnAccountIsToldSo() throws Exception {
        signIn("ana");
        MockHttpServletResponse refused = new MockHttpServletResponse();

        within(SHARE, () -> filter.doFilter(request("application/json"), refused, notReached()));

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
        assertThat(refused.getContentAsString()).contains("refusal.too-busy", "\"detail\"");
        filter.doFilter(request("application/json"), ok, (request, response) -> {});
        assertThat(ok.getStatus()).as("once the others are done").isEqualTo(200);
    }

    @Test
    void aBrowserIsShownThePageForIt() throws Exception {
        signIn("ana");
        MockHttpServletResponse refused = new MockHttpServletResponse();

        within(SHARE, () -> filter.doFilter(request("text/html"), refused, notReached()));

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void othersAreServedMeanwhile() throws Exception {
        signIn("ana");

        within(SHARE, () -> {
            signIn("rui");
            filter.doFilter(request("text/html"), ok, (request, response) -> {});
            signIn("ana");
        });

        assertThat(ok.getStatus()).isEqualTo(200);
    }

    @Test
    void whatIsTooBusyFurtherOnIsAnsweredTheSame() throws Exception {
        MockHttpServletResponse refused = new MockHttpServletResponse();

        filter.doFilter(request("text/html"), refused, (request, response) -> {
            throw new TooBusy(Duration.ofSeconds(10));
        });

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("10");
    }

    /** Does something while so many requests are being worked on. */
    private void within(int requests, Deed deed) throws Exception {
        FilterChain inside = (request, response) -> {
            try {
                within(requests - 1, deed);
            } catch (Exception e) {
                throw new IOException(e);
            }
        };
        if (requests == 0) {
            deed.run();
        } else {
            filter.doFilter(request("text/html"), ok, inside);
        }
    }

    private static FilterChain notReached() {
        return (request, response) -> {
            throw new AssertionError("let through");
        };
    }

    private static MockHttpServletRequest request(String accept) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/exams");
        request.addHeader("Accept", accept);
        return request;
    }

    private static void signIn(String account) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(account, null));
    }

    @FunctionalInterface
    private interface Deed {
        void run() throws Exception;
    }
}
