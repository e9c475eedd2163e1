package br.com.redcheck.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

class LocalTimesTest {
    private static final String PAGE = "<p th:text=\"${#times.format(at, 'SHORT')}\"></p>";

    @Test
    void aMomentIsShownInTheZoneOfThoseWhoRead() {
        Instant at = Instant.parse("2026-11-23T02:30:00Z");
        assertThat(page("America/Sao_Paulo", at)).isEqualTo("<p>22/11/2026 23:30</p>");
        assertThat(page("America/Rio_Branco", at)).isEqualTo("<p>22/11/2026 21:30</p>");
    }

    private static String page(String zone, Instant at) {
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.addDialect(new LocalTimes(ZoneId.of(zone)));
        return templates.process(PAGE, new Context(Messages.PORTUGUESE, Map.of("at", at)));
    }
}
