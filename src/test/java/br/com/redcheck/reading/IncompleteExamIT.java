package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamProgress;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.ExamSummary;
import br.com.redcheck.platform.Remark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** An exam whose sending still awaits files waits for them a while, and is then read as what it is: incomplete. */
@SpringBootTest(properties = {"covid-dicom.intake.quiet=1s", "covid-dicom.intake.patience=15s"})
@AutoConfigureMockMvc
class IncompleteExamIT {
    private static final Path FILMS = Path.of("src/test/resources/phi/dx");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    ExamShelf shelf;

    @Autowired
    ExamProgress progress;

    @Autowired
    ExamReadings handedOut;

    private Doctor doctor;
    private DoctorsRequests requests;
    private byte[] film;
    private byte[] other;
    private String sending = "";
    private final String[] places = new String[2];
    private ExamId exam = new ExamId(new UUID(0, 0));

    @BeforeEach
    void makeDoctor() throws Exception {
        doctor = TestDoctors.register(database);
        requests = new DoctorsRequests(browser);
        film = Files.readAllBytes(FILMS.resolve("phi_12.dcm"));
        other = Files.readAllBytes(FILMS.resolve("phi_06.dcm"));
    }

    private void sendOneOfTwo(boolean urgent) throws Exception {
        announce(urgent, 0, film, other);
        send(0, film);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !shelf.page(doctor.owner(), Optional.empty(), 2).isEmpty());
        exam = shelf.page(doctor.owner(), Optional.empty(), 2).get(0).id();
    }

    @Test
    void quietCompletesNothingThatIsStillAwaitedAndWhatComesThenIsWhole() throws Exception {
        sendOneOfTwo(false);
        Thread.sleep(Duration.ofSeconds(3).toMillis());
        assertThat(progress.come(doctor.owner(), exam)).isFalse();
        assertThat(summary().state()).isEqualTo(ExamState.ARRIVING);

        send(1, other);

        await().atMost(Duration.ofMinutes(1)).until(() -> summary().state() == ExamState.READ);
        assertThat(summary().incomplete()).isEmpty();
        assertThat(requests.page(doctor, "/exams/" + exam)).doesNotContain("Incompleto");
    }

    @Test
    void whatNeverComesIsToldInResultListAndApiUntilItComes() throws Exception {
        sendOneOfTwo(false);
        await().atMost(Duration.ofMinutes(1)).until(() -> summary().state() == ExamState.READ);

        assertThat(requests.page(doctor, "/exams/" + exam)).contains("Incompleto: 1 de 2 arquivos");
        assertThat(requests.page(doctor, "/exams/" + exam + "/readings")).contains("Incompleto: 1 de 2 arquivos");
        assertThat(requests.page(doctor, "/exams")).contains("incompleto: 1 de 2");
        assertThat(handedOut.of(doctor.owner(), exam, Locale.ENGLISH))
                .singleElement()
                .satisfies(result -> assertThat(result.remarks())
                        .extracting(SaidRemark::code)
                        .contains("remark.incomplete"));

        send(1, other);

        await().atMost(Duration.ofMinutes(1)).until(() -> summary().incomplete().isEmpty());
        assertThat(requests.page(doctor, "/exams/" + exam)).doesNotContain("Incompleto");
    }

    @Test
    void whatWasTakenBackStaysMissingUntilItIsSentAgain() throws Exception {
        sendOneOfTwo(false);
        browser.perform(delete(sending).with(user(doctor)).with(csrf())).andExpect(status().is2xxSuccessful());
        await().atMost(Duration.ofMinutes(1)).until(() -> summary().state() == ExamState.READ);

        assertThat(summary().incomplete()).contains(Remark.of("incomplete", 1, 2));

        announce(false, 1, other);
        send(1, other);

        await().atMost(Duration.ofMinutes(1)).until(() -> summary().incomplete().isEmpty());
    }

    @Test
    void anEmergencyDoesNotWait() throws Exception {
        sendOneOfTwo(true);

        assertThat(progress.come(doctor.owner(), exam)).isTrue();
    }

    private ExamSummary summary() {
        return shelf.exam(doctor.owner(), exam);
    }

    /** @param first the number of the first of these files; each has a key of its own, whenever it is announced */
    private void announce(boolean urgent, int first, byte[]... files) throws Exception {
        String announced = IntStream.range(0, files.length)
                .mapToObj(i -> "{\"key\": \"" + String.valueOf(first + i).repeat(64) + "\", \"length\": "
                        + files[i].length + "}")
                .collect(Collectors.joining(", "));
        String begun = browser.perform(post("/exams/sendings")
                        .with(user(doctor))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_JSON)
                        .content("{\"urgent\": " + urgent + ", \"closed\": true, \"files\": [" + announced + "]}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> ids =
                ID.matcher(begun).results().map(match -> match.group(1)).toList();
        sending = "/exams/sendings/" + ids.get(0);
        for (int i = 0; i < files.length; i++) {
            places[first + i] = sending + "/files/" + ids.get(i + 1);
        }
    }

    private void send(int file, byte[] bytes) throws Exception {
        browser.perform(patch(places[file])
                        .with(user(doctor))
                        .with(csrf())
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", "0")
                        .contentType("application/offset+octet-stream")
                        .content(bytes))
                .andExpect(status().isNoContent());
    }
}
