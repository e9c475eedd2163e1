package br.com.redcheck.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    Problems(Messages messages, LocaleResolver languages, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    /** Answers with what the refusal says. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        Locale language = languages.resolveLocale(request);
        RefusalAdvice.tellWhenToRetry(response, refusal);
        write(response, RefusalAdvice.statusOf(refusal), refusal.key(), messages.text(language, refusal));
    }

    /** Answers that something of ours is broken. */
    public void answer(HttpServletRequest request, HttpServletResponse response, OwnFault fault) throws IOException {
        String detail = messages.text(languages.resolveLocale(request), fault.key());
        write(response, HttpStatus.INTERNAL_SERVER_ERROR, fault.key(), detail);
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
