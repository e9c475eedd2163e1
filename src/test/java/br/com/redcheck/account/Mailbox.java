package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A mail server that keeps what it is given. */
public final class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("http://localhost[:\\d]*(/links/\\S+)");
    private static final GreenMail SERVER = start();

    private Mailbox() {}

    /** Names the server to the application under test. */
    public static void announce(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    /** The path of the link in the newest of so many e-mails to an address. */
    public static String link(String to, int count) {
        Matcher link = LINK.matcher(text(expect(to, count)));
        assertThat(link.find()).as("a link in the e-mail").isTrue();
        return link.group(1);
    }

    /** Waits until so many e-mails have come to an address, and returns the newest. */
    public static MimeMessage expect(String to, int count) {
        await().atMost(PATIENCE).until(() -> to(to).size() >= count);
        List<MimeMessage> all = to(to);
        assertThat(all).hasSize(count);
        return all.get(count - 1);
    }

    /** All that has come to an address. */
    public static List<MimeMessage> to(String address) {
        return Stream.of(SERVER.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .toList();
    }

    /** What every server on the way may read. */
    public static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in the e-mail, as plain text. */
    public static String text(MimeMessage message) {
        try {
            return (String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail start() {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return server;
    }
}
