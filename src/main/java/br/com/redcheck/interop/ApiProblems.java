package br.com.redcheck.interop;

import br.com.redcheck.platform.OwnFault;
import br.com.redcheck.platform.Problems;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.platform.overload.DatabaseAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Whatever goes wrong under {@code /api/}, the answer is a problem that a program can read, also to what is not mapped at all. */
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Problems problems;

    ApiProblems(Problems problems) {
        this.problems = problems;
    }

    /** Before the resolvers that make pages. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1; // first is asked whether anybody is still there
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                || response.isCommitted()
                || DatabaseAway.caused(failure)) {
            return null;
        }
        try {
            answer(request, response, failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        if (failure instanceof Refusal refusal) {
            problems.answer(request, response, refusal);
            return;
        }
        if (failure instanceof ErrorResponse said) {
            said.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        HttpStatus status = status(failure);
        if (status.is5xxServerError()) {
            LOG.error("A request of a program failed", failure);
        }
        if (failure instanceof OwnFault fault) {
            problems.answer(request, response, fault);
            return;
        }
        problems.answer(request, response, status);
    }

    private static HttpStatus status(Exception failure) {
        if (failure instanceof ErrorResponse said) {
            return Optional.ofNullable(HttpStatus.resolve(said.getStatusCode().value()))
                    .orElse(HttpStatus.BAD_REQUEST);
        }
        return failure instanceof TypeMismatchException ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
