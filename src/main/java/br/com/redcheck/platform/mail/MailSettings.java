package br.com.redcheck.platform.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mails look from outside; the server is named by {@code spring.mail.host}.
 *
 * @param from the sender's address
 */
@ConfigurationProperties("covid-dicom.mail")
record MailSettings(@DefaultValue("covid-dicom@localhost") String from) {}
