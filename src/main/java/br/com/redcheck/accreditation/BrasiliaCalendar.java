package br.com.redcheck.accreditation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Licences run from day to day, and a day is Brasília's wherever the doctor or the server is. */
@Component
class BrasiliaCalendar {
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private final Clock clock;

    BrasiliaCalendar(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }
}
