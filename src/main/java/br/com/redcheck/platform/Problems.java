package br.com.redcheck.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Says no to programs: RFC 9457 problems, with a {@code code} that stays and a sentence in the language that was asked for. */
@Component
public final class Problems {
    private final Messages messages;
    private final LocaleResolver languages;
    private final JsonMapper json;

    public Problems(Messages messages, LocaleResolver languages, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    /** Whether a program or a script asks, that is, not a browser for a page. */
    public static boolean areFor(HttpServletRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return !accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Says in a header after which time it makes sense to ask again, if there is such a time. */
    public static void tellWhenToRetry(HttpServletResponse response, Optional<Duration> retryAfter) {
        retryAfter.ifPresent(pause -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds())));
    }

    /** Answers with what the refusal says. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        Locale language = languages.resolveLocale(request);
        tellWhenToRetry(response, refusal.retryAfter());
        write(response, RefusalAdvice.statusOf(refusal), refusal.key(), messages.text(language, refusal));
    }

    /** Answers that the fault is ours. */
    public void answer(HttpServletRequest request, HttpServletResponse response, OwnFault fault) throws IOException {
        String detail = messages.text(languages.resolveLocale(request), fault.key());
        tellWhenToRetry(response, fault.retryAfter());
        write(response, RefusalAdvice.statusOf(fault), fault.key(), detail);
    }

    /** Answers for what no refusal of ours stands behind: its code is {@code problem.} and the status. */
    public void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        String code = "problem." + status.value();
        Locale language = languages.resolveLocale(request);
        String anyOther = messages.text(language, status.is5xxServerError() ? "problem.500" : "problem.400");
        String detail = Objects.requireNonNullElse(messages.getMessage(code, null, null, language), anyOther);
        write(response, status, code, detail);
    }

    private void write(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("code", code);
        response.setStatus(status.value());
        response.setContentLengthLong(-1); // the length of a file that could not be sent may have been set already
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
