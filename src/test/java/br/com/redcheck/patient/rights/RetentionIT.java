package br.com.redcheck.patient.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.TestPatients;
import br.com.redcheck.patient.rights.RightsRequest.Channel;
import br.com.redcheck.platform.database.EveryRow;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What is past its time goes at night, and not because somebody looked. */
@SpringBootTest
@AutoConfigureMockMvc
class RetentionIT {
    @Autowired
    MockMvc browser;

    @Autowired
    Retention retention;

    @Autowired
    RightsDesk desk;

    @Autowired
    Patients patients;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    private OwnerId ana;
    private PatientId patient;

    @BeforeEach
    void makeRequests() {
        ana = TestDoctors.register(database).owner();
        patient = TestPatients.enter(patients, ana);
        desk.ask(ana, patient, RequestKind.COPY, Channel.LINK, "");
        desk.ask(ana, patient, RequestKind.ACCESS, Channel.LINK, "");
        UUID old = desk.of(ana, patient).get(0).id();
        desk.answer(ana, old, false, "Entregue.");
        everyRow.sql("update rights_request set answered_at = now() - interval '6 years' where id = ?")
                .param(old)
                .update();
        paper("40 days");
        paper("2 days");
    }

    @Test
    void lookingTellsWhatWouldGoAndChangesNothing() throws Exception {
        assertThat(retention.dryRun()).allMatch(rule -> rule.overdue() >= 1).hasSize(2);

        assertThat(desk.of(ana, patient)).hasSize(2);
        assertThat(papers()).isEqualTo(2);
        assertThat(browser.perform(
                                get("/admin/processing").with(TestPeople.signedIn(TestPeople.administrator(database))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains(
                        "Registro das operações de tratamento",
                        "Pedidos respondidos",
                        "5 anos",
                        " 30 dias. Quem opera");
    }

    @Test
    void whatIsPastItsTimeGoesAndTheRestStays() {
        retention.run();
        retention.run();

        assertThat(desk.of(ana, patient))
                .singleElement()
                .satisfies(left -> assertThat(left.answeredAt()).isNull());
        assertThat(papers()).isEqualTo(1);
        assertThat(everyRow.sql("select count(*) from audit_entry where owner = ? and action = 'retention.applied'")
                        .param(ana.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private void paper(String age) {
        everyRow.sql(
                        "insert into consent_paper values (gen_random_uuid(), ?, ?, 'PDF', gen_random_uuid(), 10, now() - ?::interval)")
                .params(ana.value(), patient.value(), age)
                .update();
    }

    private long papers() {
        return everyRow.sql("select count(*) from consent_paper where owner = ?")
                .param(ana.value())
                .query(Long.class)
                .single();
    }
}
