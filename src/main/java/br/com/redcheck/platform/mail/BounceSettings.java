package br.com.redcheck.platform.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that bounces come to, if the platform is to read it; e-mails name it by {@code spring.mail.properties.mail.smtp.from}.
 *
 * @param host none if it is not to be read
 * @param protocol {@code imaps} or {@code imap}
 * @param port -1 for the protocol's own
 */
@ConfigurationProperties("covid-dicom.mail.bounces")
record BounceSettings(
        @DefaultValue("") String host,
        @DefaultValue("imaps") String protocol,
        @DefaultValue("-1") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password) {
    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "BounceSettings[host=" + host + "]";
    }
}
