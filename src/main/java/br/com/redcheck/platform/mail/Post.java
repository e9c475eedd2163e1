package br.com.redcheck.platform.mail;

import jakarta.mail.internet.MimeMessage;

/** Takes finished messages away. */
interface Post {
    /**
     * Takes a message.
     *
     * @throws org.springframework.mail.MailException if it could not be taken
     */
    void take(MimeMessage message);
}
