package br.com.redcheck.platform;

import java.util.Locale;

/**
 * Sends e-mails. Each has two texts in the message files: {@code <key>.subject}, which every mail server on the way may read and
 * so holds no name and no argument, and {@code <key>.text}, whose places the arguments fill.
 */
public interface Mailer {
    /**
     * Sends an e-mail once the transaction around this call has been committed; none goes out if it is rolled back. It is tried for
     * about a day, and twice received rather than lost.
     *
     * @param to an address, without a name
     */
    void send(String to, Locale language, String key, Object... arguments);

    /**
     * Sends an e-mail now, for jobs that are tried again by themselves.
     *
     * @throws org.springframework.mail.MailException if no server took it
     */
    void sendNow(String to, Locale language, String key, Object... arguments);
}
