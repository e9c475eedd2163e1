package br.com.redcheck.platform.events;

import java.util.List;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * What a page that follows something is told next.
 *
 * @param events in their order; none if there is nothing to say
 * @param last whether there will be no more
 */
public record Told(List<SseEventBuilder> events, boolean last) {
    static Told nothing() {
        return new Told(List.of(), false);
    }

    /** What shows whether anybody still listens. */
    static Told aWord() {
        return new Told(List.of(SseEmitter.event().comment("listening")), false);
    }

    static Told end(String event) {
        return new Told(List.of(SseEmitter.event().name(event).data("{}")), true);
    }

    boolean isNothing() {
        return events.isEmpty() && !last;
    }
}
