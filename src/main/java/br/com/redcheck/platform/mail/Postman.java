package br.com.redcheck.platform.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.springframework.mail.MailPreparationException;

/**
 * Puts an e-mail into its envelope and hands it to the post: the same one each time it is asked for, under a {@code Message-ID}
 * made of the row's id, by which mail servers and readers tell a second copy from a new one.
 */
final class Postman {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Post post;
    private final InternetAddress from;

    Postman(Post post, InternetAddress from) {
        this.post = post;
        this.from = from;
    }

    /** @throws org.springframework.mail.MailException if no server took it */
    void deliver(UUID id, Mail mail, Instant written) {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        try {
            message.setFrom(from);
            message.setRecipient(RecipientType.TO, new InternetAddress(mail.to()));
            message.setSubject(mail.subject(), UTF_8);
            message.setSentDate(Date.from(written));
            message.setHeader("Content-Language", mail.language());
            // Keeps answering machines quiet (RFC 3834).
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(new MimeMultipart(
                    "alternative", part(mail.text(), "plain"), part(new Letter(mail).html(), "html")));
            message.saveChanges();
            message.setHeader("Message-ID", MessageIds.of(id, from.getAddress()));
        } catch (MessagingException e) {
            throw new MailPreparationException("An e-mail could not be put together", e);
        }
        post.take(message);
    }

    private static BodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }
}
