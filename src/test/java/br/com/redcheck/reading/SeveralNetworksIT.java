package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamProgress;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.model.FurtherNetworks;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.platform.database.EveryRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Networks from a folder beside those of the product: one reads every exam, one when it is asked to. */
@SpringBootTest(
        properties = {
            "covid-dicom.intake.quiet=1s",
            "covid-dicom.reading.networks=vgg16-cam-cxr,regular-cxr,vgg16-cam-ct@0.1.0"
        })
@AutoConfigureMockMvc
class SeveralNetworksIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    /** Its class stands however the picture is held. It has text to cover. */
    private static final Path STABLE_FILM = Path.of("src/test/resources/phi/dx/phi_01.dcm");

    @TempDir
    static Path models;

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    ExamShelf shelf;

    @Autowired
    ExamProgress progress;

    @Autowired
    ModelCatalog catalog;

    @Autowired
    WantedNetworks wanted;

    @Autowired
    ReadingStep step;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("covid-dicom.models", () -> models.toString());
    }

    @BeforeAll
    static void install() throws IOException {
        FurtherNetworks.copy(models, "regular-cxr", "1.2.0");
        Path asked = FurtherNetworks.copy(models, "asked-cxr", "2.0.0");
        Path card = asked.resolve("card.json");
        Files.writeString(
                card, Files.readString(card).replace("\"redistributable\": true", "\"redistributable\": false"));
    }

    @Test
    void theRegularNetworksReadEveryExamAndAFurtherOneWhenItsDoctorAsks() throws Exception {
        Doctor ana = TestDoctors.register(database);
        DoctorsRequests requests = new DoctorsRequests(browser);
        String exam = requests.send(ana, Files.readAllBytes(STABLE_FILM));
        requests.leaveMasks(ana, exam);
        String page = "/exams/" + exam;
        browser.perform(post(page + "/readings").with(user(ana)).with(csrf()).param("network", "asked-cxr"))
                .andExpect(status().isUnprocessableContent());

        awaitReadings(exam, "regular-cxr 1.2.0", "vgg16-cam-cxr 0.1.0");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(requests.page(ana, page)).contains("value=\"asked-cxr@2.0.0\""));
        assertThat(requests.page(ana, page))
                .contains("Rede principal")
                .doesNotContain("value=\"regular-cxr@1.2.0\"")
                .doesNotContain("As redes discordam");

        browser.perform(post(page + "/readings")
                        .with(user(TestDoctors.register(database)))
                        .with(csrf())
                        .param("network", "asked-cxr@2.0.0"))
                .andExpect(status().isNotFound());
        browser.perform(post(page + "/readings").with(user(ana)).with(csrf()).param("network", "vgg16-cam-ct"))
                .andExpect(status().isUnprocessableContent());
        browser.perform(post(page + "/readings").with(user(ana)).with(csrf()).param("network", "asked-cxr@2.0.0"))
                .andExpect(redirectedUrl(page));

        awaitReadings(exam, "asked-cxr 2.0.0", "regular-cxr 1.2.0", "vgg16-cam-cxr 0.1.0");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(requests.page(ana, page)).doesNotContain("name=\"network\""));
        assertThat(everyRow.sql("select count(distinct input_sha256) from reading where exam_id = ?")
                        .param(UUID.fromString(exam))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(requests.page(ana, "/outcomes")).contains("asked-cxr 2.0.0").contains("regular-cxr 1.2.0");
        assertThat(requests.page(ana, page + "/readings").indexOf("vgg16-cam-cxr"))
                .isBetween(0, requests.page(ana, page + "/readings").indexOf("regular-cxr"));
    }

    @Test
    void aFurtherNetworkThatFailsForGoodLeavesTheResultStandingAndMayBeAskedAgain() throws Exception {
        Doctor ana = TestDoctors.register(database);
        DoctorsRequests requests = new DoctorsRequests(browser);
        ExamId exam = ExamId.parse(requests.send(ana, Files.readAllBytes(FILM)));
        awaitReadings(exam.toString(), "regular-cxr 1.2.0", "vgg16-cam-cxr 0.1.0");
        awaitState(ana, exam, ExamState.READ);

        wanted.add(ana.owner(), exam, catalog.named("asked-cxr"), Instant.now());
        progress.reading(ana.owner(), exam, 0, 1);
        step.failed(ana.owner(), exam.value());

        assertThat(shelf.exam(ana.owner(), exam).state()).isEqualTo(ExamState.READ);
        assertThat(shelf.exam(ana.owner(), exam).suspected()).isNotNull();
        assertThat(requests.page(ana, "/exams/" + exam))
                .contains("asked-cxr 2.0.0 foi pedida e não conseguiu")
                .contains("value=\"asked-cxr@2.0.0\"");
    }

    @Test
    void anExamThatItsDefaultNetworkHasNotReadHasFailedWithIt() throws Exception {
        Doctor ana = TestDoctors.register(database);
        ExamId exam = ExamId.parse(new DoctorsRequests(browser).send(ana, Files.readAllBytes(FILM)));
        awaitState(ana, exam, ExamState.READ);
        everyRow.sql("delete from reading where exam_id = ? and model = 'vgg16-cam-cxr'")
                .param(exam.value())
                .update();

        step.failed(ana.owner(), exam.value());

        assertThat(shelf.exam(ana.owner(), exam).state()).isEqualTo(ExamState.FAILED);
    }

    @Test
    void everybodyMayLookAtTheCardsAndWhoIsSignedInHasTheWeightsThatMayBeHandedOn() throws Exception {
        Doctor ana = TestDoctors.register(database);
        assertThat(page("/networks")).contains("asked-cxr 2.0.0").contains("vgg16-cam-ct 0.1.0");
        assertThat(page("/networks/vgg16-cam-cxr/0.1.0"))
                .contains("eb729996bbcf7ab749d68f990500f084cc778fa32f55645b9728873ac6a27e55")
                .contains("Com 962 imagens")
                .contains("/critical-use")
                .contains("Entre para baixar");
        assertThat(page("/critical-use")).contains("viés de automação");
        browser.perform(get("/networks/vgg16-cam-cxr/9.9.9")).andExpect(status().isNotFound());

        browser.perform(get("/networks/vgg16-cam-cxr/0.1.0/model.h5").with(user(ana)))
                .andExpect(status().isOk())
                .andExpect(header().longValue("Content-Length", 31_154_230));
        browser.perform(get("/networks/asked-cxr/2.0.0/model.h5").with(user(ana)))
                .andExpect(status().isNotFound());
    }

    private void awaitState(Doctor doctor, ExamId exam, ExamState state) {
        await().atMost(Duration.ofMinutes(4))
                .untilAsserted(() ->
                        assertThat(shelf.exam(doctor.owner(), exam).state()).isEqualTo(state));
    }

    private String page(String path) throws Exception {
        return browser.perform(get(path).header("Accept-Language", "pt-BR"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void awaitReadings(String exam, String... networks) {
        await().atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> assertThat(networks(exam)).containsExactly(networks));
    }

    private List<String> networks(String exam) {
        return everyRow.sql("select model || ' ' || version from reading where exam_id = ? order by 1")
                .param(UUID.fromString(exam))
                .query(String.class)
                .list();
    }
}
