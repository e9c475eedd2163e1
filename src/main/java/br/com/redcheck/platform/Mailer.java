package br.com.redcheck.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends e-mails. Each has two texts in the message files: {@code <key>.subject}, which every mail server on the way may read and
 * so holds no name and no argument, and {@code <key>.text}, whose places the arguments fill. A third, {@code <key>.foot}, stands
 * below instead of the usual foot where that would say too much.
 */
public interface Mailer {
    /** Whether there is a mail server. Without one, e-mails become files that reach nobody by themselves. */
    boolean hasServer();

    /**
     * Sends an e-mail once the transaction around this call has been committed; none goes out if it is rolled back. It is tried for
     * about a day, and twice received rather than lost, then under one {@code Message-ID} ({@code src/docs/delivery.md}).
     *
     * @param to an address, without a name
     * @return by which it is asked after
     */
    UUID send(String to, Locale language, String key, Object... arguments);

    /** How far an e-mail has come; empty for one so old that nothing is known of it any more. */
    Optional<MailState> state(UUID mail);

    /**
     * Sends an e-mail now, for jobs that are tried again by themselves.
     *
     * @throws org.springframework.mail.MailException if no server took it
     */
    void sendNow(String to, Locale language, String key, Object... arguments);
}
