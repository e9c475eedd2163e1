package br.com.redcheck.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Answers in words where no page of ours can be laid out: before anybody knows who is asking, or without the database. Browsers get
 * a page, programs and scripts a problem (RFC 9457).
 */
@Component
public class PlainAnswers {
    private static final String NOTHING_BUT_STYLE = "default-src 'none'; style-src 'self'; img-src 'self'";

    private final Problems problems;
    private final LocaleResolver languages;
    private final SpringTemplateEngine templates;

    PlainAnswers(Problems problems, LocaleResolver languages, SpringTemplateEngine templates) {
        this.problems = problems;
        this.languages = languages;
        this.templates = templates;
    }

    /** Answers 503, and says when to ask again. What was written before, and not sent, is taken back. */
    public void putOff(HttpServletRequest request, HttpServletResponse response, Duration retryAfter)
            throws IOException {
        response.reset();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Problems.tellWhenToRetry(response, Optional.of(retryAfter));
        if (Problems.areFor(request)) {
            problems.answer(request, response, HttpStatus.SERVICE_UNAVAILABLE);
        } else {
            page(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = languages.resolveLocale(request);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", NOTHING_BUT_STYLE);
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response);
        templates.process("unavailable", new WebContext(exchange, language), response.getWriter());
    }
}
