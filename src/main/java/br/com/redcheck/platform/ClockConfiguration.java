package br.com.redcheck.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the time, to everyone who asks for a {@link Clock}, and where the people are who read it, as a {@link ZoneId}. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** @param zone the setting {@code covid-dicom.zone}; Brasília's if there is none */
    @Bean
    ZoneId zone(@Value("${covid-dicom.zone:America/Sao_Paulo}") ZoneId zone) {
        return zone;
    }
}
