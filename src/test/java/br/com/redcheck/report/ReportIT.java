package br.com.redcheck.report;

import static br.com.redcheck.report.WritingDoctor.PASSWORD;
import static br.com.redcheck.report.WritingDoctor.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.account.secondfactor.TestApp;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.report.SignedReport.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

/** A report is kept as it is typed, signed by whom it says, and never changed afterwards; what follows it says so. */
@SpringBootTest
@AutoConfigureMockMvc
@RecordApplicationEvents
class ReportIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");
    private static final String FINDINGS = "Opacidades em vidro fosco no terço inferior, à direita.";

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    BeanFactory beans;

    @Autowired
    SignedReports reports;

    @Autowired
    ApplicationEvents events;

    private Doctor ana;
    private WritingDoctor writer;
    private String exam;

    @BeforeEach
    void sendAnExam() throws Exception {
        ana = withPassword(TestDoctors.register(database));
        writer = new WritingDoctor(browser, TestPeople.signedIn(ana));
        exam = new DoctorsRequests(browser).send(ana, Files.readAllBytes(FILM));
        writer.tellWhoThePatientIs(exam);
    }

    @Test
    void whatIsTypedIsKeptSealedAndFoundAgain() throws Exception {
        writer.begin(exam);
        assertThat(writer.save(exam, 0, text(FINDINGS, "")).getContentAsString())
                .contains("\"version\":1");

        assertThat(writer.page("/exams/" + exam + "/reports/draft")).contains(FINDINGS);
        byte[] stored = everyRow.sql("select text from report_draft where exam_id = ?")
                .param(UUID.fromString(exam))
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("vidro fosco");
    }

    @Test
    void whatWasPastedIsShownWithoutWhatNothingCanShow() throws Exception {
        writer.begin(exam);
        writer.save(exam, 0, text("Vidro\\u0000 fosco\\u000b\\ufffe\\ud800 de 3\\u0007 cm.", ""));

        MockHttpServletResponse preview = writer.ask(get("/exams/" + exam + "/reports/draft/preview.pdf"));
        assertThat(preview.getStatus()).isEqualTo(200);
        assertThat(WritingDoctor.textOf(preview.getContentAsByteArray()).replaceAll("\\s+", " "))
                .contains("Vidro fosco de 3 cm.");
    }

    @Test
    void whatWasSavedAsLetterheadIsInTheFormAgainAndHeadsTheReport() throws Exception {
        assertThat(writer.page("/reports/letterhead"))
                .contains("Clínica São João", "Rua das Acácias, 123", "(19) 3251-0000", "123456");

        writer.begin(exam);
        writer.save(exam, 0, text(FINDINGS, ""));
        byte[] preview =
                writer.ask(get("/exams/" + exam + "/reports/draft/preview.pdf")).getContentAsByteArray();
        assertThat(WritingDoctor.textOf(preview)).contains("Clínica São João", "Rua das Acácias, 123");
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther() throws Exception {
        writer.begin(exam);
        writer.save(exam, 0, text(FINDINGS, ""));

        assertThat(writer.save(exam, 0, text("Sem alterações.", "")).getStatus())
                .isEqualTo(409);
        assertThat(writer.page("/exams/" + exam + "/reports/draft")).contains(FINDINGS);
        assertThat(writer.tryToSign(exam, 0, "password", PASSWORD).getStatus()).isEqualTo(409);
        assertThat(reports.ofExam(ana.owner(), new ExamId(UUID.fromString(exam))))
                .isEmpty();
    }

    @Test
    void onlyWhoGivesThePasswordAgainSigns() throws Exception {
        writer.begin(exam);
        writer.save(exam, 0, text(FINDINGS, ""));

        assertThat(writer.tryToSign(exam, 1).getStatus()).isEqualTo(422);
        assertThat(writer.tryToSign(exam, 1, "password", "not the password").getStatus())
                .isEqualTo(422);
        assertThat(signed()).isEmpty();

        writer.sign(exam, 1, "password", PASSWORD);
        assertThat(signed()).hasSize(1);
    }

    @Test
    void whoHasAnAuthenticatorAppShowsItsCodeAgainToo() throws Exception {
        TestApp app = TestApp.enrolled(beans, ana.account());
        writer.begin(exam);
        writer.save(exam, 0, text(FINDINGS, ""));

        assertThat(writer.tryToSign(exam, 1, "password", PASSWORD).getContentAsString(StandardCharsets.UTF_8))
                .contains("O código não confere");
        assertThat(writer.tryToSign(exam, 1, "password", "wrong", "code", app.nextCode())
                        .getStatus())
                .isEqualTo(422);
        assertThat(writer.tryToSign(exam, 1, "passkey", "{}").getStatus()).isEqualTo(422);
        assertThat(signed()).isEmpty();

        writer.sign(exam, 1, "password", PASSWORD, "code", app.nextCode());
        assertThat(signed()).hasSize(1);
    }

    @Test
    void aReportWithoutImpressionPatientOrCrmIsNotSigned() throws Exception {
        writer.begin(exam);
        assertThat(refusal(0)).contains("Faltam os achados ou a impressão");
        writer.save(exam, 0, text(FINDINGS, ""));
        everyRow.sql("update letterhead set crm = null where owner = ?")
                .param(ana.owner().value())
                .update();
        assertThat(refusal(1)).contains("Falta o seu CRM");
        everyRow.sql("delete from exam_form where owner = ?")
                .param(ana.owner().value())
                .update();
        assertThat(refusal(1)).contains("Ainda não se sabe de quem é o exame");
    }

    @Test
    void whoMayNotSendExamsMayNotSignReports() throws Exception {
        writer.begin(exam);
        writer.save(exam, 0, text(FINDINGS, ""));
        everyRow.sql("update accreditation set standing = 'SUSPENDED', reason = 'teste' where owner = ?")
                .param(ana.owner().value())
                .update();

        assertThat(refusal(1)).contains("suspenso");
    }

    @Test
    void signingIsToldWithoutAnyIdentityAndLeavesNoDraft() throws Exception {
        String report = writer.write(exam, FINDINGS);

        assertThat(events.stream(ReportSigned.class))
                .containsExactly(
                        new ReportSigned(ana.owner(), ReportId.parse(report), new ExamId(UUID.fromString(exam))));
        assertThat(writer.ask(get("/exams/" + exam + "/reports/draft")).getRedirectedUrl())
                .endsWith("/reports");
        assertThat(actions(report)).contains("report.begun", "report.signed");
    }

    @Test
    void thePdfIsKeptExactlyAsItWasSigned() throws Exception {
        String report = writer.write(exam, FINDINGS);
        SignedReport found = reports.find(ana.owner(), ReportId.parse(report)).orElseThrow();

        byte[] pdf = writer.pdf(exam, report);

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)))
                .isEqualTo(found.sha256());
        assertThat(pdf).hasSize((int) found.bytes()).isEqualTo(writer.pdf(exam, report));
        assertThat(reports.patient(ana.owner(), found.id()).name()).isEqualTo("Conceição Araújo d'Ávila");
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatWasSigned() throws Exception {
        writer.write(exam, FINDINGS);

        for (String attempt : List.of(
                "update signed_report set signer_name = 'x'",
                "delete from signed_report",
                "truncate signed_report cascade",
                "update report_withdrawal set at = now()")) {
            assertThatThrownBy(() -> everyRow.sql(attempt).update())
                    .rootCause()
                    .hasMessageContaining("what was signed is never changed");
            assertThatThrownBy(() -> database.sql(attempt).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void anAddendumLeavesTheReportValidAndAReplacementDoesNot() throws Exception {
        String first = writer.write(exam, FINDINGS);
        String addendum = writer.write(exam, "Nota: derrame mínimo.", "kind", "ADDENDUM", "earlier", first);
        assertThat(state(first)).isEqualTo(State.VALID);
        assertThat(WritingDoctor.textOf(writer.pdf(exam, addendum))).contains("Complementa o laudo assinado em");

        writer.begin(exam, "kind", "REPLACEMENT", "earlier", first);
        assertThat(writer.page("/exams/" + exam + "/reports/draft"))
                .as("it begins with what it replaces")
                .contains(FINDINGS);
        writer.save(exam, 0, text("Opacidades bilaterais.", ""));
        String second = writer.sign(exam, 1, "password", PASSWORD);

        assertThat(state(first)).isEqualTo(State.REPLACED);
        assertThat(reports.find(ana.owner(), ReportId.parse(first))
                        .orElseThrow()
                        .replacedBy())
                .isEqualTo(ReportId.parse(second));
        assertThat(WritingDoctor.textOf(writer.pdf(exam, first))).contains("vidro fosco");
        assertThat(verified(first)).contains("foi substituído por outro em");
        assertThat(verified(second)).contains("O laudo vale");
        assertThat(writer.tryToBegin(exam, "kind", "REPLACEMENT", "earlier", first)
                        .getStatus())
                .isEqualTo(409);
        assertThat(writer.page("/exams/" + exam + "/reports")).contains("Substitui o laudo de", "Foi substituído em");
    }

    @Test
    void aWithdrawnReportStaysReadableAndSaysSo() throws Exception {
        String report = writer.write(exam, FINDINGS);
        String withdraw = "/exams/" + exam + "/reports/" + report + "/withdrawn";
        assertThat(writer.ask(post(withdraw)).getStatus())
                .as("without a reason")
                .isEqualTo(422);

        assertThat(writer.ask(post(withdraw).param("reason", "Exame de outra pessoa."))
                        .getStatus())
                .isEqualTo(302);

        assertThat(state(report)).isEqualTo(State.WITHDRAWN);
        assertThat(verified(report)).contains("foi cancelado pelo médico em");
        assertThat(writer.ask(post(withdraw).param("reason", "De novo.")).getStatus())
                .isEqualTo(409);
        assertThat(events.stream(ReportWithdrawn.class)).hasSize(1);
    }

    @Test
    void whoeverHoldsAReportLearnsWhoSignedItAndNotWhomItIsAbout() throws Exception {
        byte[] pdf = writer.pdf(exam, writer.write(exam, FINDINGS));
        String address = WritingDoctor.verification(pdf);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));

        String page = stranger(address);
        assertThat(page).contains("O laudo vale", "CRM/SP 123456");
        assertThat(page).doesNotContain("Conceição", "Araújo", "529", "1956", "vidro fosco", exam);
        assertThat(stranger(address + "?sha256=" + sha256.toUpperCase(Locale.ROOT)))
                .contains("exatamente o que foi assinado");
        assertThat(stranger(address + "?sha256=" + "0".repeat(64))).contains("NÃO é o que foi assinado");
        assertThat(browser.perform(get("/verify/" + "x".repeat(32)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theTokenStandsNowhereInTheDatabase() throws Exception {
        String address = WritingDoctor.verification(writer.pdf(exam, writer.write(exam, FINDINGS)));
        String token = address.substring(address.lastIndexOf('/') + 1);

        assertThat(everyRow.sql("select count(*) from signed_report report where report::text like '%' || ? || '%'")
                        .param(token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherOwnerSeesNothing() throws Exception {
        String report = writer.write(exam, FINDINGS);
        writer.begin(exam);
        Doctor rui = withPassword(TestDoctors.register(database));
        WritingDoctor other = new WritingDoctor(browser, TestPeople.signedIn(rui));

        for (String path : List.of(
                "", "/draft", "/draft/pictures", "/draft/preview.pdf", "/draft/signature", "/" + report + ".pdf")) {
            assertThat(other.ask(get("/exams/" + exam + "/reports" + path)).getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(other.save(exam, 0, text("x", "")).getStatus()).isEqualTo(404);
        assertThat(other.tryToSign(exam, 0, "password", PASSWORD).getStatus()).isEqualTo(404);
        assertThat(reports.find(rui.owner(), ReportId.parse(report))).isEmpty();
        assertThat(reports.ofExam(rui.owner(), new ExamId(UUID.fromString(exam))))
                .isEmpty();
        assertThatThrownBy(() -> reports.pdf(rui.owner(), ReportId.parse(report)))
                .isInstanceOf(NoSuchReport.class);
        assertThatThrownBy(() -> reports.pdf(OwnerId.random(), ReportId.parse(report)))
                .isInstanceOf(NoSuchReport.class);
    }

    @Test
    void phrasesAreKeptSealedForTheOwnerAlone() throws Exception {
        writer.begin(exam);
        assertThat(writer.ask(post("/reports/phrases")
                                .param("section", "FINDINGS")
                                .param("text", "Seios costofrênicos livres."))
                        .getStatus())
                .isEqualTo(200);

        assertThat(writer.page("/exams/" + exam + "/reports/draft")).contains("Seios costofrênicos livres.");
        assertThat(everyRow.sql("select count(*) from report_phrase where position('costofr'::bytea in phrase) > 0")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(writer.ask(post("/reports/phrases").param("text", " ")).getStatus())
                .isEqualTo(422);
    }

    @Test
    void aLogoIsPaintedAnewAndWhatIsNoneIsRefused() throws Exception {
        byte[] film = writer.ask(get("/exams/" + exam + "/images/" + image() + "/0.png"))
                .getContentAsByteArray();

        assertThat(logo(film).getStatus()).isEqualTo(204);
        assertThat(writer.ask(get("/reports/letterhead/logo.png")).getContentAsByteArray())
                .startsWith(0x89, 'P', 'N', 'G')
                .isNotEqualTo(film);
        assertThat(logo("<svg/>".getBytes(StandardCharsets.UTF_8)).getStatus()).isEqualTo(422);
        assertThat(logo(new byte[3 << 20]).getStatus()).isEqualTo(422);
    }

    private MockHttpServletResponse logo(byte[] file) throws Exception {
        return writer.ask(post("/reports/letterhead/logo")
                .contentType("application/octet-stream")
                .content(file));
    }

    private UUID image() {
        return everyRow.sql("select id from instance where owner = ?")
                .param(ana.owner().value())
                .query(UUID.class)
                .single();
    }

    private Doctor withPassword(Doctor doctor) {
        everyRow.sql("update account set password_hash = ? where id = ?")
                .params(passwords.encode(PASSWORD), doctor.account())
                .update();
        return doctor;
    }

    private String refusal(int version) throws Exception {
        return writer.tryToSign(exam, version, "password", PASSWORD).getContentAsString(StandardCharsets.UTF_8);
    }

    private List<SignedReport> signed() {
        return reports.ofExam(ana.owner(), new ExamId(UUID.fromString(exam)));
    }

    private State state(String report) {
        return reports.find(ana.owner(), ReportId.parse(report)).orElseThrow().state();
    }

    private String verified(String report) throws Exception {
        return stranger(WritingDoctor.verification(writer.pdf(exam, report)));
    }

    private String stranger(String address) throws Exception {
        return browser.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private List<String> actions(String report) {
        return everyRow.sql("select action from audit_entry where subject = ?")
                .param(UUID.fromString(report))
                .query(String.class)
                .list();
    }
}
