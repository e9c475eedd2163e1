package br.com.redcheck.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.Mailbox;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.platform.MailSeal;
import br.com.redcheck.platform.MailState;
import br.com.redcheck.platform.Mailer;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.database.EveryRow;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** No e-mail is lost, whatever is away or killed; what is sent twice is so as seldom and as recognisably as SMTP allows. */
@SpringBootTest(properties = {"covid-dicom.mail.first-pause=200ms", "covid-dicom.mail.from=casa@clinic.example.org"})
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class OutboxIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As RFC 3464 has it. */
    private static final String BOUNCE = """
            From: MAILER-DAEMON@mail.example.org
            To: bounces@clinic.example.org
            Subject: Undelivered
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            It could not be delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.org

            Final-Recipient: rfc822; nobody@example.org
            Action: failed
            Status: 5.1.1

            --b
            Content-Type: text/rfc822-headers

            From: casa@clinic.example.org
            Message-ID: <%s@clinic.example.org>
            --b--
            """;

    private static final ServerSetup ADDRESS = new GreenMailAddress().found();
    private static GreenMail server = started();

    @Autowired
    MockMvc browser;

    @Autowired
    Mailer mailer;

    @Autowired
    Outbox outbox;

    @Autowired
    Round round;

    @Autowired
    Postman postman;

    @Autowired
    MailSettings settings;

    @Autowired
    MailSeal seal;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    /** A port that stays the same while the server is away and back again. */
    private record GreenMailAddress() {
        ServerSetup found() {
            GreenMail once = new GreenMail(Mailbox.patient(ServerSetupTest.SMTP.dynamicPort()));
            once.start();
            int port = once.getSmtp().getPort();
            once.stop();
            return Mailbox.patient(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        }
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", ADDRESS::getPort);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void everyMailArrivesOnceThoughTheServerWasAway(CapturedOutput output) {
        String to = address();
        server.stop();
        List<UUID> mails = IntStream.range(0, 20).mapToObj(i -> send(to)).toList();
        await().atMost(PATIENCE).until(() -> mails.stream().allMatch(mail -> tries(mail) >= 2));
        assertThat(everything()).doesNotContain(to, "/sign-in?of-this-test");
        assertThat(mails).allMatch(mail -> mailer.state(mail).orElseThrow() == MailState.WAITING);

        server = started();

        await().atMost(PATIENCE)
                .until(() -> mails.stream().allMatch(mail -> mailer.state(mail).orElseThrow() == MailState.SENT));
        assertThat(ids(to))
                .containsExactlyInAnyOrderElementsOf(mails.stream()
                        .map(mail -> "<" + mail + "@clinic.example.org>")
                        .toList());
        assertThat(everyRow.sql("select count(*) from mail where state = 'SENT' and sealed is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(output.getAll()).doesNotContain(to);
    }

    @Test
    void whoIsKilledBetweenSendingAndMarkingSendsTheSameMailOnceMore() {
        String to = address();
        UUID mail = transaction.execute(status -> outbox.add(mail(to)));
        Outbox killed = new Outbox(database, seal, json, clock) {
            @Override
            void sent(UUID id) {
                throw new Killed();
            }
        };

        Round cutShort = new Round(killed, postman, settings, clock);
        assertThatThrownBy(() -> transaction.execute(status -> cutShort.go(mail)))
                .isInstanceOf(Killed.class);
        assertThat(outbox.state(mail)).contains(MailState.WAITING);
        assertThat(round.go(mail)).isEmpty();
        assertThat(round.go(mail)).isEmpty();

        assertThat(outbox.state(mail)).contains(MailState.SENT);
        assertThat(ids(to)).hasSize(2).containsOnly("<" + mail + "@clinic.example.org>");
    }

    @Test
    void whatIsRolledBackWasNeverWritten() {
        String to = address();
        UUID mail = transaction.execute(status -> {
            UUID id = send(to);
            status.setRollbackOnly();
            return id;
        });

        String other = address();
        UUID later = send(other);
        await().atMost(PATIENCE).until(() -> mailer.state(later).orElseThrow() == MailState.SENT);
        assertThat(mailer.state(mail)).isEmpty();
        assertThat(ids(to)).isEmpty();
    }

    @Test
    void aMailIsPlainAndHtmlInTheReadersLanguage() throws Exception {
        String to = address();
        UUID mail = mailer.send(to, Locale.ENGLISH, "mail.already", "http://localhost/sign-in?of-this-test", "y");
        await().atMost(PATIENCE).until(() -> mailer.state(mail).orElseThrow() == MailState.SENT);

        MimeMessage message = to(to).get(0);
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(message.getHeader("Content-Language")).containsExactly("en");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("http://localhost/sign-in?of-this-test");
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("<html lang=\"en\">")
                .contains("<a href=\"http://localhost/sign-in?of-this-test\">");
    }

    @Test
    void whatAServerRefusesForGoodLiesBeforeTheAdministrators() throws Exception {
        try (RefusingServer refusing = new RefusingServer()) {
            String to = "beatriz@refused.example.org";
            UUID mail = outbox.add(mail(to));

            assertThat(new Round(outbox, refusing.postman(settings), settings, clock).go(mail))
                    .isEmpty();

            assertThat(outbox.state(mail)).contains(MailState.FAILED);
            String page = adminPage();
            assertThat(page).contains("550", "***@refused.example.org").doesNotContain("beatriz");
            browser.perform(post("/admin/mail/" + mail + "/retry")
                            .with(TestPeople.signedIn(TestPeople.administrator(database)))
                            .with(csrf()))
                    .andExpect(status().isFound());
            await().atMost(PATIENCE).until(() -> outbox.state(mail).orElseThrow() == MailState.SENT);
            assertThat(ids(to)).hasSize(1);
        }
    }

    @Test
    void aServerThatIsBusyIsAskedAgainAndSomeTimeNoMore() throws Exception {
        try (RefusingServer busy = new RefusingServer(451)) {
            UUID mail = outbox.add(mail(address()));
            Round impatient = new Round(
                    outbox,
                    busy.postman(settings),
                    new MailSettings(settings.from(), settings.name(), 2, settings.firstPause(), settings.kept()),
                    clock);

            assertThat(impatient.go(mail)).isPresent();
            assertThat(outbox.state(mail)).contains(MailState.WAITING);
            assertThat(impatient.go(mail)).isEmpty();
            assertThat(outbox.state(mail)).contains(MailState.FAILED);
            browser.perform(post("/admin/mail/" + mail + "/discard")
                            .with(TestPeople.signedIn(TestPeople.administrator(database)))
                            .with(csrf()))
                    .andExpect(status().isFound());
            assertThat(outbox.state(mail)).isEmpty();
        }
    }

    @Test
    void whatComesBackUndeliveredIsSeen() throws Exception {
        GreenMail box = new GreenMail(Mailbox.patient(ServerSetupTest.IMAP.dynamicPort()));
        box.start();
        try {
            UUID mail = outbox.add(mail(address()));
            assertThat(round.go(mail)).isEmpty();
            GreenMailUser user = box.setUser("bounces@clinic.example.org", "bounces", "secret");
            user.deliver(message("Hello, not a bounce at all."));
            user.deliver(message(BOUNCE.formatted(mail)));
            BounceSettings settings =
                    new BounceSettings("127.0.0.1", "imap", box.getImap().getPort(), "bounces", "secret");

            new BounceBox(outbox, settings).read();
            new BounceBox(outbox, settings).read();

            assertThat(outbox.state(mail)).contains(MailState.FAILED);
            assertThat(adminPage()).contains("5.1.1", "já apagado");
        } finally {
            box.stop();
        }
    }

    private static MimeMessage message(String source) throws MessagingException {
        return new MimeMessage(
                null, new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatWasSettledLongAgoIsForgotten() {
        String to = address();
        UUID mail = send(to);
        await().atMost(PATIENCE).until(() -> mailer.state(mail).orElseThrow() == MailState.SENT);

        outbox.purge(clock.instant().minus(Duration.ofDays(1)));
        assertThat(mailer.state(mail)).isPresent();
        outbox.purge(clock.instant().plusSeconds(1));
        assertThat(mailer.state(mail)).isEmpty();
    }

    private UUID send(String to) {
        return mailer.send(to, Messages.PORTUGUESE, "mail.already", "/sign-in?of-this-test", "y");
    }

    private static Mail mail(String to) {
        return new Mail(to, "pt-BR", "Olá", "Um texto.\n");
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    private int tries(UUID mail) {
        return everyRow.sql("select tries from mail where id = ?")
                .param(mail)
                .query(Integer.class)
                .single();
    }

    private String adminPage() throws Exception {
        return browser.perform(get("/admin/mail").with(TestPeople.signedIn(TestPeople.administrator(database))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** What stands in the tables that an e-mail passes through. */
    private String everything() {
        return Stream.of("mail", "scheduled_tasks")
                .flatMap(table -> everyRow
                        .sql("select encode(convert_to(t::text, 'UTF8'), 'escape') from " + table + " t")
                        .query(String.class)
                        .list()
                        .stream())
                .reduce("", String::concat);
    }

    private static List<MimeMessage> to(String address) {
        return Stream.of(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static List<String> ids(String address) {
        return to(address).stream()
                .map(message -> {
                    try {
                        return message.getMessageID();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static GreenMail started() {
        GreenMail started = new GreenMail(ADDRESS);
        started.start();
        return started;
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
