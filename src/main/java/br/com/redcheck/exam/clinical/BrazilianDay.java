package br.com.redcheck.exam.clinical;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Which day it is where days begin first in Brazil, so that nobody's today is refused as a day to come. */
@Component
class BrazilianDay {
    private static final ZoneId FIRST_TO_BEGIN = ZoneId.of("America/Noronha");

    private final Clock clock;

    BrazilianDay(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(FIRST_TO_BEGIN));
    }
}
