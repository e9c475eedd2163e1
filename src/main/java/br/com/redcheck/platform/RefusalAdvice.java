package br.com.redcheck.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns a {@link Refusal} into what the person can read: a page for a browser, an RFC 9457 problem for a program.
 *
 * <p>The status is 422 unless the refusal's class says another with {@link ResponseStatus}. An {@link OwnFault} is told in the same
 * way, with 500 unless its class says another.
 */
@ControllerAdvice
class RefusalAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    private final Messages messages;

    RefusalAdvice(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, Locale language, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw refusal; // the answer has begun: only a connection that breaks tells that it is not whole
        }
        Problems.tellWhenToRetry(response, refusal.retryAfter());
        return answer(request, response, statusOf(refusal), messages.text(language, refusal), refusal.key());
    }

    @ExceptionHandler
    Object broken(OwnFault fault, Locale language, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw fault;
        }
        if (fault.retryAfter().isEmpty()) {
            LOG.error("A request failed by our own fault", fault);
        }
        Problems.tellWhenToRetry(response, fault.retryAfter());
        return answer(request, response, statusOf(fault), messages.text(language, fault.key()), fault.key());
    }

    @ExceptionHandler
    Object full(DiskFull disk, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return refused(new NoRoom(), language, request, response);
    }

    private static Object answer(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason, String code) {
        response.setContentLengthLong(-1); // the length of a file that could not be sent may have been set already
        return Problems.areFor(request) ? problem(status, reason, code) : page(status, reason);
    }

    private static ModelAndView page(HttpStatus status, String reason) {
        return new ModelAndView("error", Map.of("reason", reason), status);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String reason, String code) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, reason);
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static HttpStatus statusOf(Refusal refusal) {
        return saidBy(refusal).orElse(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    static HttpStatus statusOf(OwnFault fault) {
        return saidBy(fault).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static Optional<HttpStatus> saidBy(Exception reason) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(reason.getClass(), ResponseStatus.class))
                .map(ResponseStatus::code);
    }
}
