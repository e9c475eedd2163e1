package br.com.redcheck.patient.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.patient.NoSuchPatient;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.TestPatients;
import br.com.redcheck.patient.consent.Standing.State;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Operator;
import br.com.redcheck.platform.database.EveryRow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What a patient has agreed to is kept word for word, and the newest word counts. */
@SpringBootTest
@AutoConfigureMockMvc
class ConsentIT {
    private static final byte[] SCAN = "%PDF-1.7 termo assinado".getBytes(StandardCharsets.UTF_8);

    @Autowired
    MockMvc browser;

    @Autowired
    Consents consents;

    @Autowired
    Patients patients;

    @Autowired
    Operator operator;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EveryRow everyRow;

    private Doctor ana;
    private PatientId patient;
    private LocalDate text;

    @BeforeEach
    void makePatient() {
        ana = TestDoctors.register(database);
        patient = TestPatients.enter(patients, ana.owner());
        text = consents.versions().get(0);
    }

    @AfterEach
    void forgetLaterTexts() {
        everyRow.sql("delete from consent_step where version > '2026-11-25'").update();
        everyRow.sql("delete from consent_version where version > '2026-11-25'").update();
    }

    @Test
    void nothingIsAgreedToUntilSomebodySaysSo() {
        assertThat(states()).containsExactly(State.NEVER_GIVEN, State.NEVER_GIVEN, State.NEVER_GIVEN);
    }

    @Test
    void eachPurposeIsGivenAndTakenBackByItself() {
        consents.giveByLink(ana.owner(), patient, Set.of(Purpose.CARE, Purpose.RESEARCH), text);
        assertThat(states()).containsExactly(State.GIVEN, State.GIVEN, State.NEVER_GIVEN);

        consents.withdraw(ana.owner(), patient, Purpose.RESEARCH, Way.LINK);
        assertThat(states()).containsExactly(State.GIVEN, State.WITHDRAWN, State.NEVER_GIVEN);

        consents.giveByLink(ana.owner(), patient, Set.of(Purpose.RESEARCH), text);
        assertThat(states()).containsExactly(State.GIVEN, State.GIVEN, State.NEVER_GIVEN);
        assertThat(consents.history(ana.owner(), patient))
                .extracting(ConsentStep::purpose, ConsentStep::given)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Purpose.RESEARCH, true),
                        org.assertj.core.groups.Tuple.tuple(Purpose.RESEARCH, false),
                        org.assertj.core.groups.Tuple.tuple(Purpose.RESEARCH, true),
                        org.assertj.core.groups.Tuple.tuple(Purpose.CARE, true));
    }

    @Test
    void whatWasNeverGivenCannotBeTakenBack() {
        consents.withdraw(ana.owner(), patient, Purpose.RESEARCH, Way.REQUEST);

        assertThat(consents.history(ana.owner(), patient)).isEmpty();
    }

    @Test
    void aTextThatAsksAnewEndsEarlierConsentsAndABetterWordingDoesNot() {
        consents.giveByLink(ana.owner(), patient, Set.of(Purpose.RESEARCH), text);

        publish("2031-01-01", false);
        assertThat(states()).contains(State.GIVEN);
        assertThatExceptionOfType(TextMovedOn.class)
                .as("whoever reads it now reads the newest")
                .isThrownBy(() -> consents.giveByLink(ana.owner(), patient, Set.of(Purpose.PUBLICATION), text));

        publish("2032-01-01", true);
        assertThat(states()).contains(State.OUTDATED).doesNotContain(State.GIVEN);

        consents.giveByLink(ana.owner(), patient, Set.of(Purpose.RESEARCH), LocalDate.parse("2032-01-01"));
        assertThat(states()).contains(State.GIVEN);
    }

    @Test
    void everyTextThatMayBeAgreedToStandsInBothLanguages() {
        for (LocalDate version : consents.versions()) {
            for (Locale language : List.of(Messages.PORTUGUESE, Locale.ENGLISH)) {
                assertThat(new ConsentText(version).html(language, operator))
                        .contains("<h2>", "CC BY 4.0")
                        .doesNotContain("[operator]", "[contact]");
            }
        }
    }

    @Test
    void aPaperIsSealedAndTheDoctorDeclaresIt() throws Exception {
        String paper = sendScan(SCAN).getContentAsString().replaceAll(".*\"paper\":\"([^\"]*)\".*", "$1");

        assertThat(give(paper, false).getStatus()).isEqualTo(422);
        assertThat(give(paper, true).getRedirectedUrl()).isEqualTo("/patients/" + patient + "/consent");

        assertThat(states()).containsExactly(State.NEVER_GIVEN, State.GIVEN, State.NEVER_GIVEN);
        assertThat(ask(get("/patients/" + patient + "/consent/papers/" + paper)).getContentAsByteArray())
                .isEqualTo(SCAN);
        assertThat(everyRow.sql("select action from audit_entry where subject = ? order by number")
                        .param(patient.value())
                        .query(String.class)
                        .list())
                .contains("consent.paper-kept", "consent.given", "consent.paper-opened");
    }

    @Test
    void whatIsNoScanIsRefusedAndSoIsAPaperOfSomebodyElse() throws Exception {
        assertThat(sendScan(new byte[] {'M', 'Z', 0, 0, 0, 0}).getStatus()).isEqualTo(422);
        assertThat(sendScan(new byte[(10 << 20) + 1]).getStatus()).isEqualTo(422);
        assertThat(give(UUID.randomUUID().toString(), true).getStatus()).isEqualTo(404);
    }

    @Test
    void thePageSaysWhatStandsAndLetsTheDoctorTakeItBackOnRequest() throws Exception {
        consents.giveByLink(ana.owner(), patient, Set.of(Purpose.PUBLICATION), text);
        String page = "/patients/" + patient + "/consent";
        assertThat(ask(get(page)).getContentAsString()).contains("Publicação das imagens", "pelo paciente");

        ask(post(page + "/withdrawn").param("purpose", "PUBLICATION"));

        assertThat(states()).contains(State.WITHDRAWN);
        assertThat(ask(get(page)).getContentAsString()).contains("a pedido, pelo médico");
    }

    @Test
    void anotherOwnersPatientIsNotThere() {
        OwnerId rui = TestDoctors.register(database).owner();

        assertThat(consents.history(rui, patient)).isEmpty();
        assertThatExceptionOfType(NoSuchPatient.class)
                .isThrownBy(() -> consents.giveByLink(rui, patient, Set.of(Purpose.CARE), text));
        assertThatExceptionOfType(NoSuchPatient.class)
                .isThrownBy(() -> consents.withdraw(rui, patient, Purpose.CARE, Way.REQUEST));
    }

    @Test
    void theApplicationCannotChangeWhatWasSaid() {
        consents.giveByLink(ana.owner(), patient, Set.of(Purpose.CARE), text);

        for (String attempt : List.of(
                "update consent_step set given = false", "delete from consent_step", "delete from consent_version")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(attempt)
                    .isThrownBy(() -> transaction.executeWithoutResult(
                            status -> database.sql(attempt).update()));
        }
    }

    private List<State> states() {
        return consents.of(ana.owner(), patient).stream().map(Standing::state).toList();
    }

    private void publish(String version, boolean asksAnew) {
        everyRow.sql("insert into consent_version values (?::date, ?)")
                .params(version, asksAnew)
                .update();
    }

    private MockHttpServletResponse sendScan(byte[] scan) throws Exception {
        return ask(post("/patients/" + patient + "/consent/papers")
                .contentType("application/octet-stream")
                .content(scan));
    }

    private MockHttpServletResponse give(String paper, boolean declared) throws Exception {
        return ask(post("/patients/" + patient + "/consent")
                .param("purposes", "RESEARCH")
                .param("version", text.toString())
                .param("paper", paper)
                .param("declared", Boolean.toString(declared)));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = browser.perform(
                        request.with(user(ana)).with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
