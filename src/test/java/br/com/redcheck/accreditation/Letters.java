package br.com.redcheck.accreditation;

import static org.awaitility.Awaitility.await;

import br.com.redcheck.platform.Home;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The mails that a server without a mail server has written into its folder. */
record Letters(Home home) {
    /** Waits for a mail to somebody with these words in its subject, and returns its text. */
    String expect(String to, String subject) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> texts(to, subject), texts -> !texts.isEmpty())
                .get(0);
    }

    /** The texts of all that came to somebody with these words in the subject. */
    List<String> texts(String to, String subject) {
        try (Stream<Path> files = Files.list(home.subfolder("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Letters::read)
                    .filter(mail -> about(mail, to, subject))
                    .map(Letters::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage read(Path file) {
        try {
            return new MimeMessage(null, new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean about(MimeMessage mail, String to, String subject) {
        try {
            return mail.getAllRecipients()[0].toString().equals(to)
                    && mail.getSubject().contains(subject);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
