package br.com.redcheck.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.Sha256;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.vault.SealBroken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the viewer in the browser is given, and what it may leave behind. */
@SpringBootTest
@AutoConfigureMockMvc
class ViewerEndpointsIT {
    private static final Path PHI = Path.of("src/test/resources/phi");
    private static final Path FILM = PHI.resolve("dx/phi_12.dcm");
    private static final Path CT = PHI.resolve("ct_series_02.zip");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    ObjectMapper json;

    @Autowired
    Home home;

    private Doctor ana;
    private Doctor rui;
    private String exam;

    @BeforeEach
    void sendFilm() throws Exception {
        ana = TestDoctors.register(database);
        rui = TestDoctors.register(database);
        exam = new DoctorsRequests(browser).send(ana, Files.readAllBytes(FILM));
    }

    @Test
    void anImageComesAsItLiesInTheVault() throws Exception {
        MockHttpServletResponse answer = image().andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/dicom"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"" + onlyImage() + ".dcm\""))
                .andExpect(header().string("Accept-Ranges", "bytes"))
                .andReturn()
                .getResponse();

        byte[] bytes = answer.getContentAsByteArray();
        DicomObject object = DicomObject.read(new ByteArrayInputStream(bytes), DicomLimits.defaults());
        assertThat(object.dataSet().string(Tag.PATIENT_IDENTITY_REMOVED)).contains("YES");
        assertThat(answer.getContentLength()).isEqualTo(bytes.length);
        assertThat(HexFormat.of().formatHex(Sha256.digest().digest(bytes)))
                .isEqualTo(everyRow.sql("select sha256 from instance where owner = ?")
                        .param(ana.owner().value())
                        .query(String.class)
                        .single());
    }

    @Test
    void aRangeOfAnImageIsThatRange() throws Exception {
        byte[] whole = image().andReturn().getResponse().getContentAsByteArray();

        byte[] part = browser.perform(get(pathOfImage()).with(user(ana)).header("Range", "bytes=1000-2999"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string("Content-Range", "bytes 1000-2999/" + whole.length))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 1000, 3000));
        browser.perform(get(pathOfImage()).with(user(ana)).header("Range", "bytes=" + whole.length + "-"))
                .andExpect(status().isRequestedRangeNotSatisfiable());
    }

    @Test
    void aDamagedImageIsAFaultOfOursInWords() throws Exception {
        damage(1000);

        MockHttpServletResponse answer = image().andExpect(status().isInternalServerError())
                .andExpect(header().doesNotExist("Content-Disposition"))
                .andExpect(content().string(containsString("danificado")))
                .andReturn()
                .getResponse();

        assertThat(answer.getContentLength()).as("not that of the image").isEqualTo(-1);
    }

    @Test
    void anImageWhoseFileIsMissingIsAFaultOfOursInWords() throws Exception {
        Files.delete(fileOfImage());

        image().andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("A falha é nossa")));
    }

    @Test
    void anImageThatIsDamagedFurtherOnBreaksOffInsteadOfEndingEarly() throws Exception {
        damage(100_000);

        assertThatThrownBy(this::image).hasCauseInstanceOf(SealBroken.class);
    }

    private void damage(int at) throws IOException {
        Path file = fileOfImage();
        byte[] sealed = Files.readAllBytes(file);
        sealed[at] ^= 1;
        Files.write(file, sealed);
    }

    private Path fileOfImage() {
        String blob = everyRow.sql("select blob from instance where owner = ?")
                .param(ana.owner().value())
                .query(String.class)
                .single();
        return home.folder().resolve("vault").resolve(blob.substring(0, 2)).resolve(blob);
    }

    @Test
    void slicesComeFromTheHeadDown() throws Exception {
        String ct = new DoctorsRequests(browser).send(ana, Files.readAllBytes(CT));

        JsonNode series = outline(ct).get("series");
        List<Double> heights = StreamSupport.stream(series.get(0).get("images").spliterator(), false)
                .map(image -> height(ct, image.get("id").asString()))
                .toList();

        assertThat(series).hasSize(1);
        assertThat(series.get(0).get("modality").asString()).isEqualTo("CT");
        assertThat(heights).hasSize(60).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void openingAnExamIsOnRecordOnceAndNotOncePerImage() throws Exception {
        outline(exam);
        image();
        image();

        assertThat(audited()).containsOnlyOnce("exam.viewed");
    }

    @Test
    void anotherExamOfTheSamePatientIsOffered() throws Exception {
        assertThat(outline(exam).get("others")).isEmpty();

        String second = new DoctorsRequests(browser).send(ana, anotherStudyOfThePatient());
        new DoctorsRequests(browser).send(rui, anotherStudyOfThePatient());

        assertThat(outline(exam).get("others")).hasSize(1);
        assertThat(outline(exam).get("others").get(0).get("id").asString()).isEqualTo(second);
    }

    @Test
    void whatIsDrawnIsKeptSealedAndComesBack() throws Exception {
        UUID id = UUID.randomUUID();
        keep(ana, id, "LENGTH", "[{\"x\": 10.5, \"y\": 20}, {\"x\": 110.5, \"y\": 20}]")
                .andExpect(status().isNoContent());
        keep(ana, id, "LENGTH", "[{\"x\": 11.5, \"y\": 20}, {\"x\": 110.5, \"y\": 20}]")
                .andExpect(status().isNoContent());

        JsonNode kept = annotations();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).get("id").asString()).isEqualTo(id.toString());
        assertThat(kept.get(0).at("/annotation/points/0/x").asDouble()).isEqualTo(11.5);
        byte[] sealed = everyRow.sql("select sealed from annotation where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("LENGTH");
        assertThat(audited()).contains("annotation.kept");

        browser.perform(delete("/exams/" + exam + "/annotations/" + id)
                        .with(user(ana))
                        .with(csrf()))
                .andExpect(status().isNoContent());
        assertThat(annotations()).isEmpty();
        assertThat(audited()).contains("annotation.removed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LENGTH [{\"x\": 1, \"y\": 2}]",
                "ANGLE [{\"x\": 1, \"y\": 2}, {\"x\": 1, \"y\": 3}]",
                "LENGTH [{\"x\": 1e300, \"y\": 2}, {\"x\": 1, \"y\": 3}]",
                "LENGTH [{\"x\": \"NaN\", \"y\": 2}, {\"x\": 1, \"y\": 3}]",
                "SCRIPT [{\"x\": 1, \"y\": 2}, {\"x\": 1, \"y\": 3}]"
            })
    void whatIsNoDrawingIsRefused(String drawn) throws Exception {
        String[] shapeAndPoints = drawn.split(" ", 2);

        keep(ana, UUID.randomUUID(), shapeAndPoints[0], shapeAndPoints[1]).andExpect(status().isBadRequest());

        assertThat(annotations()).isEmpty();
    }

    @Test
    void anExamHoldsNoMoreAnnotationsThanItMay() throws Exception {
        String points = "[{\"x\": 1, \"y\": 2}, {\"x\": 1, \"y\": 3}]";
        UUID first = UUID.randomUUID();
        keep(ana, first, "LENGTH", points).andExpect(status().isNoContent());
        everyRow.sql("""
                        insert into annotation select exam_id, gen_random_uuid(), owner, image, sealed, made_at
                        from annotation, generate_series(2, ?) where id = ?""").params(Annotations.MOST, first).update();

        keep(ana, UUID.randomUUID(), "LENGTH", points).andExpect(status().isUnprocessableContent());
        keep(ana, first, "LENGTH", points).andExpect(status().isNoContent());
    }

    @Test
    void anotherDoctorFindsNothingAndChangesNothing() throws Exception {
        UUID id = UUID.randomUUID();
        String points = "[{\"x\": 1, \"y\": 2}, {\"x\": 1, \"y\": 3}]";
        keep(ana, id, "LENGTH", points).andExpect(status().isNoContent());

        for (String path :
                List.of("/outline", "/images/" + onlyImage() + ".dcm", "/annotations", "/viewer", "/readings")) {
            browser.perform(get("/exams/" + exam + path).with(user(rui))).andExpect(status().isNotFound());
        }
        keep(rui, id, "LENGTH", points).andExpect(status().isNotFound());
        browser.perform(delete("/exams/" + exam + "/annotations/" + id)
                        .with(user(rui))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(annotations()).hasSize(1);
        String ruis = new DoctorsRequests(browser).send(rui, Files.readAllBytes(FILM));
        browser.perform(get("/exams/" + ruis + "/images/" + onlyImage() + ".dcm")
                        .with(user(rui)))
                .andExpect(status().isNotFound());
    }

    @Test
    void onlyTheViewerMayRunWebAssembly() throws Exception {
        for (String path : List.of("/exams/" + exam + "/viewer", "/viewer/decodeImageFrameWorker.js")) {
            browser.perform(get(path).with(user(ana)))
                    .andExpect(status().isOk())
                    .andExpect(header().string(
                                    "Content-Security-Policy",
                                    org.hamcrest.Matchers.containsString(
                                            "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';")));
        }
        browser.perform(get("/exams/" + exam).with(user(ana)))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.containsString("script-src 'self'; style-src 'self';")));
    }

    private ResultActions image() throws Exception {
        return browser.perform(get(pathOfImage()).with(user(ana)));
    }

    private String pathOfImage() {
        return "/exams/" + exam + "/images/" + onlyImage() + ".dcm";
    }

    private UUID onlyImage() {
        return everyRow.sql("""
                        select i.id from instance i join series s on s.id = i.series_id
                        where s.exam_id = ?::uuid""").param(exam).query(UUID.class).single();
    }

    private JsonNode outline(String id) throws Exception {
        return read("/exams/" + id + "/outline");
    }

    private JsonNode annotations() throws Exception {
        return read("/exams/" + exam + "/annotations");
    }

    private JsonNode read(String path) throws Exception {
        return json.readTree(browser.perform(get(path).with(user(ana)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private double height(String ct, String image) {
        try {
            byte[] bytes = browser.perform(
                            get("/exams/" + ct + "/images/" + image + ".dcm").with(user(ana)))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            return DicomObject.read(new ByteArrayInputStream(bytes), DicomLimits.defaults())
                    .dataSet()
                    .decimals(Tag.IMAGE_POSITION_PATIENT)[2];
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ResultActions keep(Doctor doctor, UUID id, String shape, String points) throws Exception {
        return browser.perform(put("/exams/" + exam + "/annotations/" + id)
                .with(user(doctor))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"image\": \"%s\", \"frame\": 0, \"shape\": \"%s\", \"points\": %s}"
                        .formatted(onlyImage(), shape, points)));
    }

    private List<String> audited() {
        return everyRow.sql("select action from audit_entry where owner = ? order by number")
                .param(ana.owner().value())
                .query(String.class)
                .list();
    }

    /** The same film, as it would be if it had been taken at another visit. */
    private static byte[] anotherStudyOfThePatient() throws Exception {
        DicomObject film = DicomObject.read(new ByteArrayInputStream(Files.readAllBytes(FILM)), DicomLimits.defaults());
        for (int uid : List.of(Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.SOP_INSTANCE_UID)) {
            film.dataSet()
                    .putString(
                            uid,
                            br.com.redcheck.dicom.Vr.UI,
                            film.dataSet().string(uid).orElseThrow() + ".2");
        }
        var out = new java.io.ByteArrayOutputStream();
        film.writeTo(out);
        return out.toByteArray();
    }
}
