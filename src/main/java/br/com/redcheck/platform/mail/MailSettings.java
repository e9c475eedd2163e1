package br.com.redcheck.platform.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How e-mails look from outside and how long they are tried; the server is named by {@code spring.mail.host}.
 *
 * @param from the sender's address
 * @param name the sender's name, as mail programs show it
 * @param tries how often each is tried; with the first pause of 20 seconds the twelfth try is about half a day after the first
 * @param firstPause how long after the first try the second is made; each further pause is twice as long
 * @param kept how long it is known of an e-mail what became of it
 */
@Validated
@ConfigurationProperties("covid-dicom.mail")
record MailSettings(
        @DefaultValue("covid-dicom@localhost") String from,
        @DefaultValue("covid-dicom") String name,
        @DefaultValue("13") @Min(1) @Max(30) int tries,
        @DefaultValue("20s") Duration firstPause,
        @DefaultValue("30d") Duration kept) {}
