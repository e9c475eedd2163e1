package br.com.redcheck.platform.overload;

import br.com.redcheck.platform.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an account have so many requests worked on at once, and no more: others need threads too. To be put where it is known who
 * asks and nothing of the body is read yet. What is refused there and behind for being too busy is answered here.
 */
@Component
public final class RequestShare extends OncePerRequestFilter {
    /** Files that are the same for everybody; for them nobody is asked who they are. */
    private static final List<String> FILES =
            List.of("/webjars/", "/css/", "/js/", "/img/", "/viewer/", "/favicon.svg");

    private final WaitingLine line;
    private final Problems problems;

    RequestShare(OverloadSettings settings, Problems problems) {
        this.line = new WaitingLine(Integer.MAX_VALUE, settings.requests(), Duration.ZERO);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return FILES.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (WaitingLine.Place place = line.enter(Asker.now())) {
            chain.doFilter(request, response);
        } catch (TooBusy busy) {
            refuse(request, response, busy);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, TooBusy busy) throws IOException {
        if (Problems.areFor(request)) {
            problems.answer(request, response, busy);
        } else {
            Problems.tellWhenToRetry(response, busy.retryAfter());
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }
}
