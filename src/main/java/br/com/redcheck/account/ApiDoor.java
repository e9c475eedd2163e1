package br.com.redcheck.account;

import br.com.redcheck.platform.Problems;
import br.com.redcheck.platform.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in that show an API key as {@code Authorization: Bearer cdk_...} (RFC 6750), each as often as it may. Nothing
 * remembers them: every request shows its key.
 */
final class ApiDoor extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final Tries tries;
    private final Problems problems;

    ApiDoor(ApiKeys keys, Tries tries, Problems problems) {
        this.keys = keys;
        this.tries = tries;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Token> shown = key(request);
        try {
            shown.ifPresent(key -> enter(key, request));
        } catch (Refusal refusal) {
            refuse(request, response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Says no, and what would help. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (refusal instanceof TooManyRequests early) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(early.seconds()));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal));
        }
        problems.answer(request, response, refusal);
    }

    private static String challenge(Refusal refusal) {
        String realm = "Bearer realm=\"covid-dicom\"";
        if (refusal instanceof OutOfScope) {
            return realm + ", error=\"insufficient_scope\"";
        }
        return refusal.key().endsWith(".missing") ? realm : realm + ", error=\"invalid_token\"";
    }

    private void enter(Token key, HttpServletRequest request) {
        ApiClient client = client(key, request);
        tries.pause(Allowance.API_KEY, client.key().toString()).ifPresent(pause -> {
            throw new TooManyRequests(pause);
        });
        String[] granted = client.scopes().stream().map(ApiScope::authority).toArray(String[]::new);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                client, null, AuthorityUtils.createAuthorityList(granted)));
        SecurityContextHolder.setContext(context);
    }

    /** Whoever tries keys out is slowed down like whoever tries passwords out, although there is nothing to guess. */
    private ApiClient client(Token key, HttpServletRequest request) {
        try {
            return keys.show(key);
        } catch (UselessApiKey useless) {
            tries.pause(Allowance.USELESS_KEYS, Visitor.of(request).address()).ifPresent(pause -> {
                throw new TooManyRequests(pause);
            });
            throw useless;
        }
    }

    private static Optional<Token> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> new Token(header.substring(SCHEME.length()).strip()));
    }
}
