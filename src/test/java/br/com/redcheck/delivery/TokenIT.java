package br.com.redcheck.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.Mailbox;
import br.com.redcheck.account.TestBrowser;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.Sex;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.report.ReportId;
import br.com.redcheck.report.TestReports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Links to reports: nobody guesses one, nobody finds one, and one that does not open tells nothing. */
@SpringBootTest(properties = "covid-dicom.delivery.answer-after=0ms")
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class TokenIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_06.dcm");
    private static final int GUESSES = 100_000;
    private static final Identity BENEDITA = new Identity(
            "Benedita Quaresma",
            LocalDate.of(1961, 7, 9),
            Sex.F,
            Optional.of(new Cpf("11144477735")),
            Optional.of("Gertrudes Quaresma"));
    private static final Proof RIGHT = Proof.parse("9", "7", "1961", "7735");
    private static final Pattern LINK = Pattern.compile("http://localhost[:\\d]*(/r/(\\S+))");
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @Autowired
    MockMvc server;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Patients patients;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ProofDesk desk;

    private Doctor ana;
    private ExamId exam;
    private ReportId report;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Mailbox.announce(properties);
    }

    @BeforeEach
    void signAReport() throws Exception {
        ana = TestDoctors.register(database);
        exam = ExamId.parse(new DoctorsRequests(server).send(ana, Files.readAllBytes(FILM)));
        report = sign(exam);
    }

    @Test
    void aHundredThousandGuessesOpenNothingAndAreThrottled() {
        slip();
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger throttled = new AtomicInteger();

        IntStream.range(0, GUESSES).parallel().forEach(guess -> {
            LinkToken token = guess % 2 == 0 ? LinkToken.forMail() : LinkToken.forPaper();
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setRemoteAddr("192.0.2." + guess % 4);
            try {
                desk.tryProof(token, RIGHT, request).ifPresent(visit -> opened.incrementAndGet());
            } catch (TooManyProofs tooMany) {
                throttled.incrementAndGet();
            }
        });

        assertThat(opened).hasValue(0);
        assertThat(throttled).hasValueGreaterThan(GUESSES * 99 / 100);
    }

    @Test
    void wrongProofsAreLimitedForALinkWhereverTheyComeFrom() throws Exception {
        String token = slip();
        for (int i = 0; i < 5; i++) {
            assertThat(phoneWith(token).submit("/visit/proof", proof("1234")).getStatus())
                    .isEqualTo(422);
        }

        assertThat(phoneWith(token).submit("/visit/proof", proof("7735")).getStatus())
                .isEqualTo(429);
    }

    @Test
    void aTokenStandsNowhereButInTheHandsOfThePatient(CapturedOutput output) throws Exception {
        String to = UUID.randomUUID() + "@example.org";
        deliveries.mail(ana.owner(), exam, report, EmailAddress.parse(to), Locale.ENGLISH, true);
        String mail = Mailbox.text(Mailbox.expect(to, 1));
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).isTrue();
        String mailed = link.group(2).replace("?lang=en", "");
        String printed = slip();
        List<String> pages = new ArrayList<>();
        for (String token : List.of(mailed, printed)) {
            TestBrowser phone = phoneWith(token);
            pages.add(phone.page("/visit/proof"));
            assertThat(phone.submit("/visit/proof", proof("7735")).getRedirectedUrl())
                    .isEqualTo("/visit");
            MockHttpServletResponse visit = phone.open("/visit");
            assertThat(visit.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(visit.getHeader("Cache-Control")).contains("no-store");
            pages.add(visit.getContentAsString(StandardCharsets.UTF_8));
        }

        String everything = everyTable();
        assertThat(everything).contains(report.toString());
        for (String token : List.of(mailed, printed, LinkToken.parse(printed).orElseThrow().text())) {
            assertThat(everything).doesNotContain(token);
            assertThat(output.getAll()).doesNotContain(token);
            assertThat(pages).noneMatch(page -> page.contains(token));
        }
        assertThat(everything).doesNotContain(to);
        assertThat(output.getAll()).doesNotContain(to);
    }

    @Test
    void theEMailSaysNothingOfHealth() throws Exception {
        for (Locale language : List.of(Messages.PORTUGUESE, Locale.ENGLISH)) {
            String to = UUID.randomUUID() + "@example.org";
            deliveries.mail(ana.owner(), exam, report, EmailAddress.parse(to), language, false);
            var message = Mailbox.expect(to, 1);
            String all = (Mailbox.subject(message) + Mailbox.text(message)).toLowerCase(Locale.ROOT);

            assertThat(all)
                    .doesNotContain(
                            "covid", "laudo", "exame", "médic", "saúde", "diagn", "report", "exam", "doctor", "health")
                    .doesNotContain("benedita", "quaresma", "lima");
        }
    }

    @Test
    void aLinkThatDoesNotOpenTellsNothingOfWhetherItEverDid() throws Exception {
        List<String> useless = new ArrayList<>();
        for (String what : List.of(
                "expires_at = now() - interval '1 second'",
                "revoked_at = now()",
                "openings = 50",
                "wrong_proofs = 10")) {
            useless.add(slip());
            everyRow.sql("update report_link set " + what + " where id = (select id from report_link where owner = ? "
                            + "order by made_at desc limit 1)")
                    .param(ana.owner().value())
                    .update();
        }
        useless.add(LinkToken.forPaper().grouped());
        useless.add(LinkToken.forMail().text());

        Set<String> answers = new LinkedHashSet<>();
        for (String token : useless) {
            TestBrowser phone = phone();
            MockHttpServletResponse door = phone.open("/r/" + token);
            MockHttpServletResponse answer = phone.submit("/visit/proof", proof("7735"));
            answers.add(door.getStatus() + " " + door.getRedirectedUrl() + " " + door.getHeaderNames() + "\n"
                    + answer.getStatus() + " " + answer.getHeaderNames() + "\n"
                    + answer.getContentAsString(StandardCharsets.UTF_8).replaceAll("value=\"[^\"]{20,}\"", ""));
        }

        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).contains("Não foi possível abrir.");
        String working = slip();
        MockHttpServletResponse wrong = phoneWith(working).submit("/visit/proof", proof("0000"));
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8)).contains("Não foi possível abrir.");
    }

    @Test
    void aRevokedLinkEndsTheVisitAtItsNextStep() throws Exception {
        TestBrowser phone = inside(slip());
        assertThat(phone.open("/visit").getStatus()).isEqualTo(200);
        HandedOut link = deliveries.of(ana.owner(), exam).get(0);
        assertThat(link.link().openings()).isEqualTo(1);
        assertThat(link.deeds()).extracting("action").contains("link.printed", "link.opened", "link.report-read");

        deliveries.revoke(ana.owner(), exam, link.link().id());

        assertThat(phone.open("/visit").getRedirectedUrl()).endsWith("/r");
        assertThat(phone.open("/visit/report/1.png").getRedirectedUrl()).endsWith("/r");
    }

    @Test
    void aRenewedLinkOpensUnderTheTokenThatThePatientHas() throws Exception {
        String token = slip();
        everyRow.sql("update report_link set expires_at = now() - interval '1 day', wrong_proofs = 10 where owner = ?")
                .param(ana.owner().value())
                .update();
        UUID link = deliveries.of(ana.owner(), exam).get(0).link().id();

        deliveries.renew(ana.owner(), exam, link);

        assertThat(inside(token).open("/visit").getStatus()).isEqualTo(200);
    }

    @Test
    void aVisitReachesOneReportAndOneExamAndNoPageOfAnAccount() throws Exception {
        ExamId other = ExamId.parse(new DoctorsRequests(server)
                .send(ana, Files.readAllBytes(FILM.resolveSibling("phi_12.dcm"))));
        sign(other);
        UUID image = image(exam);
        UUID another = image(other);
        TestBrowser phone = inside(slip());

        String outline = phone.page("/visit/" + exam + "/outline");
        assertThat(outline).contains(image.toString()).contains("\"others\":[]");
        assertThat(phone.open("/visit/" + exam + "/images/" + image + ".dcm").getStatus())
                .isEqualTo(200);
        assertThat(phone.open("/visit/" + exam + "/images/" + image + "/0.png").getStatus())
                .isEqualTo(200);
        assertThat(phone.page("/visit/" + exam + "/readings")).isEqualTo("[]");
        for (String closed : List.of(
                "/visit/" + other + "/outline",
                "/visit/" + other + "/images/" + another + ".dcm",
                "/visit/" + exam + "/images/" + another + ".dcm",
                "/visit/" + exam + "/images/" + another + "/0.png")) {
            assertThat(phone.open(closed).getStatus()).as(closed).isEqualTo(404);
        }
        assertThat(phone.open("/exams").getRedirectedUrl()).endsWith("/sign-in");
        assertThat(phone.open("/exams/" + exam).getRedirectedUrl()).endsWith("/sign-in");
    }

    @Test
    void theFileIsForKeepingOnlyWhereTheDoctorAllowsIt() throws Exception {
        assertThat(inside(slip()).open("/visit/report.pdf").getStatus()).isEqualTo(404);

        String keepable = deliveries
                .slip(ana.owner(), exam, report, Messages.PORTUGUESE, true)
                .code();
        MockHttpServletResponse pdf = inside(keepable).open("/visit/report.pdf");

        assertThat(pdf.getContentAsByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(pdf.getHeader("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void whoHasNoCpfSaysTheMothersFirstName() {
        Identity joao = new Identity(
                "João", LocalDate.of(2001, 2, 3), Sex.M, Optional.empty(), Optional.of("Ágata de Sá"));

        assertThat(Proof.parse("3", "2", "2001", " agata ").fits(joao)).isTrue();
        assertThat(Proof.parse("3", "2", "2001", "").fits(joao)).isFalse();
        assertThat(Proof.parse("3", "2", "2001", "sa").fits(joao)).isFalse();
        assertThat(Proof.parse("x", "2", "2001", "agata").fits(joao)).isFalse();
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        LinkToken token = LinkToken.forPaper();

        assertThat(LinkToken.parse(" " + token.grouped().toLowerCase(Locale.ROOT).replace('-', ' ') + " "))
                .contains(token);
        assertThat(LinkToken.parse("OIL0-0000-0000-0000")).contains(new LinkToken("0110000000000000"));
        assertThat(LinkToken.parse("7K3M-9QXA")).isEmpty();
        assertThat(token).hasToString("LinkToken[***]");
    }

    private ReportId sign(ExamId of) throws Exception {
        return TestReports.sign(
                beans, ana.owner(), of, patients.enter(ana.owner(), BENEDITA), BENEDITA, "Sem sinais de doenca.");
    }

    private String slip() {
        return deliveries
                .slip(ana.owner(), exam, report, Messages.PORTUGUESE, false)
                .code();
    }

    private UUID image(ExamId of) {
        return everyRow.sql("select i.id from instance i join series s on s.id = i.series_id where s.exam_id = ?")
                .param(of.value())
                .query(UUID.class)
                .single();
    }

    private static String[] proof(String word) {
        return new String[] {"day", "9", "month", "07", "year", "1961", "word", word};
    }

    /** A phone that the server has not seen, in a network of its own. */
    private TestBrowser phone() {
        int network = NETWORKS.incrementAndGet();
        return new TestBrowser(server, "198.51." + network / 250 + "." + (1 + network % 250));
    }

    private TestBrowser phoneWith(String token) throws Exception {
        TestBrowser phone = phone();
        assertThat(phone.open("/r/" + token).getRedirectedUrl()).isEqualTo("/visit/proof");
        return phone;
    }

    private TestBrowser inside(String token) throws Exception {
        TestBrowser phone = phoneWith(token);
        assertThat(phone.submit("/visit/proof", proof("7735")).getRedirectedUrl())
                .isEqualTo("/visit");
        return phone;
    }

    /** All rows of all tables as text; bytes appear both as they are and as letters. */
    private String everyTable() {
        StringBuilder all = new StringBuilder();
        for (String table : everyRow.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()) {
            everyRow.sql("select t::text from \"" + table + "\" t")
                    .query(String.class)
                    .list()
                    .forEach(row -> all.append(row).append('\n').append(letters(row)));
        }
        return all.toString();
    }

    private static String letters(String row) {
        StringBuilder letters = new StringBuilder();
        Matcher bytes = Pattern.compile("\\\\x([0-9a-f]{8,})").matcher(row);
        while (bytes.find()) {
            String hex = bytes.group(1).substring(0, bytes.group(1).length() / 2 * 2);
            letters.append(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
        }
        return letters.toString();
    }
}
