package br.com.redcheck.reading.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.platform.database.EveryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** An outcome that a doctor tells shows beside what the network said, and the exam behind each number is named. */
@SpringBootTest(properties = "covid-dicom.intake.quiet=1s")
@AutoConfigureMockMvc
class PerformanceIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    /** Its class stands however the picture is held. It has text to cover. */
    private static final Path STABLE_FILM = Path.of("src/test/resources/phi/dx/phi_01.dcm");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    OwnCases cases;

    private DoctorsRequests requests;
    private Doctor ana;

    @BeforeEach
    void makeDoctor() {
        requests = new DoctorsRequests(browser);
        ana = TestDoctors.register(database);
    }

    @Test
    void withoutCasesThePageSaysSo() throws Exception {
        assertThat(requests.page(ana, "/outcomes")).contains("Nenhuma rede deu uma classe a exames seus ainda");
        assertThat(requests.page(ana, "/outcomes/read?model=x&version=1&cell=TRUE_POSITIVE"))
                .contains("Nenhum exame aqui");
        assertThat(requests.page(ana, "/outcomes/read?cell=NOWHERE&page=-1")).contains("Nenhum exame aqui");
    }

    @Test
    void anOutcomeMovesItsExamIntoTheMatrix() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(STABLE_FILM));
        tell(exam, "COVID_19");
        assertThat(cases.of(ana.owner()).unread()).hasSize(1);
        assertThat(requests.page(ana, "/outcomes/unread")).contains(exam);

        requests.leaveMasks(ana, exam);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !cases.of(ana.owner()).matrices().isEmpty());
        ConfusionMatrix matrix = matrix();
        assertThat(matrix.count(Cell.TRUE_POSITIVE) + matrix.count(Cell.FALSE_NEGATIVE))
                .isEqualTo(1);
        assertThat(matrix.sensitivity()).isPresent();
        assertThat(cases.of(ana.owner()).unread()).isEmpty();

        tell(exam, "OTHER");
        matrix = matrix();
        assertThat(matrix.sensitivity()).isEmpty();
        Cell cell = Stream.of(Cell.FALSE_POSITIVE, Cell.TRUE_NEGATIVE)
                .filter(one -> matrix().count(one) == 1)
                .findFirst()
                .orElseThrow();
        assertThat(requests.page(ana, "/outcomes"))
                .contains("vgg16-cam-cxr 0.1.0")
                .contains("Wilson");
        String list = "/outcomes/read?model=vgg16-cam-cxr&version=0.1.0&cell=" + cell;
        assertThat(requests.page(ana, list)).contains(exam);
        assertThat(requests.page(TestDoctors.register(database), list)).doesNotContain(exam);

        tell(exam, "OPEN");
        assertThat(matrix().count(Cell.UNDECIDED)).isEqualTo(1);
    }

    @Test
    void whatIsToldOfACaseIsSealedButForWhatItCountsAs() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(FILM));
        tell(exam, "OTHER");

        String row = everyRow.sql("select o::text from outcome o where exam_id = ?")
                .param(UUID.fromString(exam))
                .query(String.class)
                .single();
        assertThat(row).contains("OTHER").doesNotContain("INTENSIVE_CARE").doesNotContain("NEGATIVE");
        assertThat(requests.page(ana, "/exams/" + exam)).contains("Conta como não COVID-19");
        assertThat(requests.page(ana, "/exams/" + exam + "/outcome")).contains("alta em maio");
        List<String> actions = everyRow.sql("select action from audit_entry where subject = ?")
                .param(UUID.fromString(exam))
                .query(String.class)
                .list();
        assertThat(actions).contains("exam.outcome-recorded");
    }

    @Test
    void anOutcomeThatIsNotWholeIsRefused() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(FILM));

        browser.perform(post("/exams/" + exam + "/outcome")
                        .with(user(ana))
                        .with(csrf())
                        .param("pcr", "NEGATIVE"))
                .andExpect(status().isUnprocessableContent());
        browser.perform(post("/exams/" + exam + "/outcome")
                        .with(user(TestDoctors.register(database)))
                        .with(csrf())
                        .param("diagnosis", "OTHER")
                        .param("pcr", "NOT_DONE")
                        .param("serology", "NOT_DONE")
                        .param("course", "UNKNOWN"))
                .andExpect(status().isNotFound());
    }

    private ConfusionMatrix matrix() {
        return cases.of(ana.owner()).of(new Network("vgg16-cam-cxr", "0.1.0"));
    }

    private void tell(String exam, String diagnosis) throws Exception {
        browser.perform(post("/exams/" + exam + "/outcome")
                        .with(user(ana))
                        .with(csrf())
                        .param("diagnosis", diagnosis)
                        .param("pcr", "NEGATIVE")
                        .param("pcrOn", "2020-05-06")
                        .param("serology", "NOT_DONE")
                        .param("course", "INTENSIVE_CARE")
                        .param("observations", "alta em maio"))
                .andExpect(redirectedUrl("/exams/" + exam));
    }
}
