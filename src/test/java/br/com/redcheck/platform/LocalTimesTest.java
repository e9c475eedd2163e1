package br.com.redcheck.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

class LocalTimesTest {
    private static final String PAGE = "<p th:text=\"${#times.format(at, 'SHORT')}\"></p>";

    @Test
    void aMomentIsShownInTheZoneOfThoseWhoRead() {
        Instant at = Instant.parse("2026-11-23T02:30:00Z");
        assertThat(page(Messages.PORTUGUESE, "America/Sao_Paulo", at)).isEqualTo("<p>22/11/2026 23:30</p>");
        assertThat(page(Messages.PORTUGUESE, "America/Rio_Branco", at)).isEqualTo("<p>22/11/2026 21:30</p>");
    }

    @Test
    void englishDatesCanBeReadInOneWayOnly() {
        assertThat(page(Locale.ENGLISH, "America/Sao_Paulo", Instant.parse("2026-12-10T15:04:00Z")))
                .isEqualTo("<p>2026-12-10, 12:04</p>");
    }

    private static String page(Locale reader, String zone, Instant at) {
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.addDialect(new LocalTimes(ZoneId.of(zone)));
        return templates.process(PAGE, new Context(reader, Map.of("at", at)));
    }
}
