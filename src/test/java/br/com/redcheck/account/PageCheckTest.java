package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a page sends goes to the account and the shelf that it was opened for, or nowhere. */
class PageCheckTest {
    private final UUID account = UUID.randomUUID();
    private final Doctor ana = new Doctor(account, new OwnerId(account), "Ana", "ana@example.org", null);
    private final Doctor anaAtTheClinic = ana.before(new OwnerId(UUID.randomUUID()));

    @BeforeEach
    void standBeforeTheClinicsShelf() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        anaAtTheClinic, null, anaAtTheClinic.getAuthorities()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aPageOfTheOwnShelfSendsNothingToTheClinics() throws Exception {
        assertThat(statusFor("POST", ana.mark(), null)).isEqualTo(403);
        assertThat(statusFor("GET", null, ana.mark())).isEqualTo(403);
    }

    @Test
    void aPageOfTheClinicsShelfAndOneThatSaysNothingAreServed() throws Exception {
        assertThat(statusFor("POST", anaAtTheClinic.mark(), null)).isEqualTo(200);
        assertThat(statusFor("GET", null, anaAtTheClinic.mark())).isEqualTo(200);
        assertThat(statusFor("POST", null, null)).isEqualTo(200);
    }

    @Test
    void aMarkIsTheSameInEverySessionAndSaysNothingOfTheAccount() {
        assertThat(ana.mark())
                .isEqualTo(new Doctor(account, new OwnerId(account), "Ana", "ana@example.org", "-").mark())
                .isNotEqualTo(anaAtTheClinic.mark())
                .doesNotContain(account.toString());
    }

    private static int statusFor(String method, @Nullable String header, @Nullable String parameter) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/exams/sendings");
        if (header != null) {
            request.addHeader("Page-Account", header);
        }
        if (parameter != null) {
            request.setParameter("page-account", parameter);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new PageCheck().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
