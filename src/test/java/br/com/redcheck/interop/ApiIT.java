package br.com.redcheck.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import br.com.redcheck.account.ApiKeys;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestKeys;
import br.com.redcheck.exam.ProgramSendings;
import br.com.redcheck.exam.ProgramSendings.Upload;
import br.com.redcheck.platform.database.EveryRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program does with an owner's key, from the film to the result. */
@SpringBootTest(properties = {"covid-dicom.sending.file-bytes=4MB", "covid-dicom.sending.chunk=20KB"})
@AutoConfigureMockMvc
class ApiIT {
    private static final Path FILMS = Path.of("src/test/resources/phi/dx");
    private static final Path FILM = FILMS.resolve("phi_12.dcm");

    @Autowired
    MockMvc program;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    ApiKeys keys;

    @Autowired
    ProgramSendings sendings;

    @Autowired
    JsonMapper json;

    private Doctor ana;
    private String key;

    @BeforeEach
    void makeKey() {
        ana = TestDoctors.register(database);
        key = TestKeys.make(keys, ana);
    }

    @Test
    void aFilmIsSentAndItsResultFetched() throws Exception {
        MockHttpServletResponse answer = send(film());
        assertThat(answer.getStatus()).isEqualTo(202);
        JsonNode sending = awaitFinished(answer.getHeader("Location"));
        assertThat(sending.at("/images/0/outcome").asString()).isEqualTo("STORED");
        assertThat(sending.get("received").asLong()).isEqualTo(film().length);
        String exam = sending.at("/exams/0").asString();

        JsonNode read = await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> json("/api/v1/exams/" + exam),
                        found -> found.get("settled").asBoolean());

        assertThat(read.get("state").asString()).isEqualTo("READ");
        assertThat(read.at("/series/0/images/0/sha256").asString()).matches("[0-9a-f]{64}");
        JsonNode readings = json(read.get("readings").asString());
        assertThat(readings.get("caution").asString()).startsWith("Apoio à decisão, não diagnóstico.");
        JsonNode reading = readings.at("/readings/0");
        assertThat(reading.get("model").asString()).isEqualTo("vgg16-cam-cxr");
        assertThat(reading.get("probability").asDouble()).isBetween(0.0, 1.0);
        assertThat(reading.get("label").isNull())
                .as("mirrored, this film has another class")
                .isTrue();
        assertThat(reading.at("/remarks/0/code").asString()).isEqualTo("remark.unstable");
        assertThat(reading.get("modelSha256").asString()).matches("[0-9a-f]{64}");
        assertThat(reading.get("inputSha256").asString()).matches("[0-9a-f]{64}");
        JsonNode maps = json(reading.get("heatMaps").asString());
        assertThat(maps.at("/maps/0/rows").size()).isEqualTo(10);
        assertThat(maps.at("/maps/0/rows/0").size()).isEqualTo(16);
        assertThat(maps.at("/maps/0/image")).isEqualTo(read.at("/series/0/images/0/id"));
        assertThat(actionsOn(exam)).contains("exam.result-handed-out");
    }

    @Test
    void anArchiveIsToldImageByImage() throws Exception {
        byte[] zip = zip(Map.of(
                "a.dcm",
                film(),
                "b.dcm",
                Arrays.copyOf(film(), 3000),
                "c.dcm",
                Files.readAllBytes(FILMS.resolve("phi_06.dcm"))));

        JsonNode sending = awaitFinished(send(zip).getHeader("Location"));

        List<String> told = new ArrayList<>();
        sending.get("images")
                .forEach(image -> told.add(
                        image.get("path").asString() + image.get("outcome").asString()));
        assertThat(told).containsExactlyInAnyOrder("STORED", "b.dcmREFUSED", "STORED");
        assertThat(sending.get("exams").size()).isEqualTo(2);
        JsonNode refused = image(sending, "REFUSED");
        assertThat(refused.get("code").asString()).startsWith("refusal.");
        String portuguese = refused.get("reason").asString();
        JsonNode english = json.readTree(
                ask(get("/api/v1/sendings/" + sending.get("id").asString()).header("Accept-Language", "en-GB,en;q=0.8"))
                        .getContentAsByteArray());
        assertThat(image(english, "REFUSED").get("code")).isEqualTo(refused.get("code"));
        assertThat(image(english, "REFUSED").get("reason").asString())
                .isNotBlank()
                .isNotEqualTo(portuguese);
    }

    @Test
    void aRepeatedRequestIsAnsweredWithTheFirstSending() throws Exception {
        String first = send(film(), "study 7").getHeader("Location");
        String again = send(film(), "study 7").getHeader("Location");
        awaitFinished(first);
        String later = send(film(), "study 7").getHeader("Location");

        assertThat(again).isEqualTo(first);
        assertThat(later).isEqualTo(first);
        assertThat(count("sending")).isEqualTo(1);
        assertThat(count("instance")).isEqualTo(1);
        MockHttpServletResponse other = send(Files.readAllBytes(FILMS.resolve("phi_06.dcm")), "study 7");
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("refusal.other-file");
    }

    @Test
    void aFileSentTwiceWithoutAKeyOfItsOwnIsKeptOnce() throws Exception {
        awaitFinished(send(film()).getHeader("Location"));
        JsonNode again = awaitFinished(send(film()).getHeader("Location"));

        assertThat(again.at("/images/0/outcome").asString()).isEqualTo("DUPLICATE");
        assertThat(count("instance")).isEqualTo(1);
    }

    @Test
    void anUploadThatBreaksOffIsForgottenAndMayComeAgain() throws Exception {
        byte[] half = Arrays.copyOf(film(), film().length / 2);
        Upload broken = new Upload(Optional.of("study 8"), film().length, false, new ByteArrayInputStream(half));

        assertThatThrownBy(() -> sendings.receive(ana.owner(), broken)).hasMessage("refusal.broken-off");
        assertThat(count("sending")).isZero();
        assertThat(count("sent_part")).isZero();

        JsonNode whole = awaitFinished(send(film(), "study 8").getHeader("Location"));
        assertThat(whole.at("/images/0/outcome").asString()).isEqualTo("STORED");
    }

    /** As after the death of the server in the middle of an upload: what has come is there, and nobody brings the rest. */
    @Test
    void whatADeadServerLeftIsNotInTheWay() throws Exception {
        InputStream dying =
                new SequenceInputStream(new ByteArrayInputStream(film(), 0, film().length / 2), new InputStream() {
                    @Override
                    public int read() {
                        throw new IllegalStateException("dead");
                    }
                });
        assertThatThrownBy(() ->
                        sendings.receive(ana.owner(), new Upload(Optional.of("study 9"), film().length, false, dying)))
                .hasMessage("dead");
        assertThat(count("sent_part")).isPositive();

        JsonNode whole = awaitFinished(send(film(), "study 9").getHeader("Location"));

        assertThat(whole.at("/images/0/outcome").asString()).isEqualTo("STORED");
        assertThat(count("sending")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(10)).until(() -> count("sent_part") == 0);
    }

    @Test
    void moreThanMayBeSentIsRefusedBeforeItIsTaken() throws Exception {
        MockHttpServletResponse answer = send(new byte[5 << 20]);

        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(answer.getContentAsString()).contains("refusal.too-much-to-send.file-bytes");
        assertThat(count("sending")).isZero();
        assertThat(everyRow.sql("select count(*) from vault_blob where owner = ?")
                        .param(ana.owner().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoMayNotSendIsTold() throws Exception {
        Doctor waiting = TestDoctors.withoutLicence(database);
        key = TestKeys.make(keys, waiting);

        MockHttpServletResponse answer = send(film());

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString()).contains("refusal.not-accredited");
    }

    @Test
    void examsComeInPagesAndToTheirOwnerAlone() throws Exception {
        List<String> sent = new ArrayList<>();
        for (String film : List.of("phi_01.dcm", "phi_06.dcm", "phi_11.dcm")) {
            JsonNode sending =
                    awaitFinished(send(Files.readAllBytes(FILMS.resolve(film))).getHeader("Location"));
            sent.add(0, sending.at("/exams/0").asString());
        }

        List<String> listed = new ArrayList<>();
        String next = "/api/v1/exams?limit=2";
        while (next != null) {
            JsonNode page = json(next);
            page.get("exams").forEach(exam -> listed.add(exam.get("id").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(listed).isEqualTo(sent);

        key = TestKeys.make(keys, TestDoctors.register(database));
        assertThat(json("/api/v1/exams").get("exams").size()).isZero();
        for (String path : List.of("", "/readings", "/readings/" + UUID.randomUUID() + "/heat-maps")) {
            MockHttpServletResponse answer = ask(get("/api/v1/exams/" + sent.get(0) + path));
            assertThat(answer.getStatus()).as(path).isEqualTo(404);
            assertThat(answer.getContentAsString()).contains("refusal.no-such-exam");
        }
        assertThat(ask(get("/api/v1/exams?after=" + sent.get(0))).getStatus()).isEqualTo(404);
    }

    @Test
    void everyRefusalIsAProblem() throws Exception {
        assertProblem(ask(get("/api/v1/nothing")), 404, "problem.404");
        assertProblem(ask(get("/api/v2/exams").accept("text/html")), 404, "problem.404");
        assertProblem(ask(delete("/api/v1/exams")), 405, "problem.405");
        assertProblem(ask(get("/api/v1/exams/not-an-id")), 400, "problem.400");
        assertProblem(ask(get("/api/v1/exams?limit=many")), 400, "problem.400");
        assertProblem(ask(sending(film()).contentType("multipart/form-data")), 415, "problem.415");
        assertProblem(ask(get("/api/v1/exams").accept("text/html")), 406, "problem.406");
        assertProblem(ask(get("/api/v1/sendings/" + UUID.randomUUID())), 404, "refusal.no-such-sending");
        assertProblem(
                ask(get("/api/v1/exams/" + UUID.randomUUID()).accept("text/html", "application/json")),
                404,
                "refusal.no-such-exam");
        assertProblem(send(film(), " "), 400, "refusal.unfit-request-key");
        assertProblem(ask(post("/api/v1/exams").contentType("application/dicom")), 411, "refusal.length-required");
    }

    @Test
    void nothingIsRemembered() throws Exception {
        MockHttpServletResponse answer = ask(get("/api/v1/exams?lang=en"));

        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    private void assertProblem(MockHttpServletResponse answer, int status, String code) throws Exception {
        assertThat(answer.getStatus()).as(code).isEqualTo(status);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = json.readTree(answer.getContentAsByteArray());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private static JsonNode image(JsonNode sending, String outcome) {
        return StreamSupport.stream(sending.get("images").spliterator(), false)
                .filter(image -> image.get("outcome").asString().equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    private static MockHttpServletRequestBuilder sending(byte[] file) {
        return post("/api/v1/exams").contentType("application/dicom").content(file);
    }

    private MockHttpServletResponse send(byte[] file) throws Exception {
        return ask(sending(file));
    }

    private MockHttpServletResponse send(byte[] file, String request) throws Exception {
        return ask(sending(file).header("Idempotency-Key", request));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return program.perform(request.with(TestKeys.shown(key))).andReturn().getResponse();
    }

    private JsonNode json(String path) throws Exception {
        MockHttpServletResponse answer = ask(get(URI.create(path)));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return json.readTree(answer.getContentAsByteArray());
    }

    private JsonNode awaitFinished(@Nullable String address) {
        String sending = Objects.requireNonNull(address);
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> json(sending),
                        found -> found.get("state").asString().equals("FINISHED"));
    }

    private long count(String table) {
        return everyRow.sql("select count(*) from " + table + " where owner = ?")
                .param(ana.owner().value())
                .query(Long.class)
                .single();
    }

    private List<String> actionsOn(String exam) {
        return everyRow.sql("select action from audit_entry where subject = ?::uuid")
                .param(exam)
                .query(String.class)
                .list();
    }

    private static byte[] film() throws IOException {
        return Files.readAllBytes(FILM);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
