package br.com.redcheck.platform.overload;

import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Problems;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpStatus;

/** Lets an address have so many requests worked on at once, and no more, before anybody asks who sends them. */
final class AddressShare extends ValveBase {
    private final WaitingLine line;
    private final Messages messages;

    AddressShare(int requests, Messages messages) {
        super(true);
        this.line = new WaitingLine(Integer.MAX_VALUE, requests, Duration.ZERO);
        this.messages = messages;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try (WaitingLine.Place place = line.enter(Asker.at(request.getRemoteAddr()))) {
            getNext().invoke(request, response);
        } catch (TooBusy busy) {
            refuse(response, busy);
        }
    }

    /** In both languages: which one is wanted is found out later than this. */
    private void refuse(Response response, TooBusy busy) throws IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        Problems.tellWhenToRetry(response, busy.retryAfter());
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(Stream.of(Messages.PORTUGUESE, Locale.ENGLISH)
                        .map(language -> messages.text(language, busy.key()))
                        .collect(Collectors.joining("\n\n")));
    }
}
