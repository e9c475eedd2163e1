package br.com.redcheck.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Puts an e-mail into its envelope and hands it to the post. */
final class Postman {
    private final Post post;
    private final String from;

    Postman(Post post, String from) {
        this.post = post;
        this.from = from;
    }

    void deliver(Mail mail) {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(mail.to());
            helper.setSubject(mail.subject());
            helper.setText(mail.text());
            // Keeps answering machines quiet (RFC 3834).
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
        } catch (MessagingException e) {
            throw new MailPreparationException("An e-mail could not be put together", e);
        }
        post.take(message);
    }
}
