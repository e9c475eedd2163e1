package br.com.redcheck.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.exam.MaskDecision.Drawn;
import br.com.redcheck.exam.MaskSheet.FrameOfImage;
import br.com.redcheck.platform.Sha256;
import br.com.redcheck.platform.database.EveryRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What was covered waits for its doctor, who has the last word; what may still tell who the patient is goes nowhere. */
@SpringBootTest
@AutoConfigureMockMvc
class MaskReviewIT {
    private static final Path LABELLED_FILM = Path.of("src/test/resources/phi/dx/phi_06.dcm");
    private static final Path UNCOMPRESSED_FILM = Path.of("src/test/resources/phi/dx/phi_14.dcm");
    private static final Path PLAIN_FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    MaskDesk desk;

    @Autowired
    ExamShelf shelf;

    @Autowired
    Certificates certificates;

    @Autowired
    Quarantine quarantine;

    private Doctor doctor;
    private DoctorsRequests requests;

    @BeforeEach
    void makeDoctor() {
        doctor = TestDoctors.register(database);
        requests = new DoctorsRequests(browser);
    }

    @Test
    void anExamWithTextInItsImagesWaitsForItsDoctor() throws Exception {
        ExamId exam = sent(Files.readAllBytes(LABELLED_FILM));

        assertThat(state(exam)).isEqualTo(ExamState.REVIEW);
        assertThat(requests.page(doctor, "/exams/" + exam)).contains("/exams/" + exam + "/masks");
        assertThat(onlyFrame(exam).masks()).isNotEmpty();
        assertThat(beneath(exam)).isNotEqualTo(covered(exam));
    }

    @Test
    void whatTheDoctorConfirmsIsDestroyedAndTheExamGoesOn() throws Exception {
        ExamId exam = sent(Files.readAllBytes(LABELLED_FILM));
        UUID mask = onlyFrame(exam).masks().get(0).id();
        long blobs = blobs();

        desk.decide(doctor.owner(), exam, new MaskDecision(Set.of(), List.of()));

        assertThat(state(exam)).isIn(ExamState.QUEUED, ExamState.READING, ExamState.READ);
        assertThat(blobs()).isEqualTo(blobs - 1);
        assertThat(beneath(exam)).isEqualTo(covered(exam));
        assertThatThrownBy(() -> desk.decide(doctor.owner(), exam, new MaskDecision(Set.of(mask), List.of())))
                .isInstanceOf(MaskJudged.class);
    }

    @Test
    void aMaskTakenAwayAndOneDrawnAreOnRecord() throws Exception {
        byte[] file = Files.readAllBytes(LABELLED_FILM);
        ExamId exam = sent(file);
        FrameOfImage frame = onlyFrame(exam);
        UUID taken = frame.masks().get(0).id();
        byte[] before = covered(exam);

        desk.decide(
                doctor.owner(),
                exam,
                new MaskDecision(Set.of(taken), List.of(new Drawn(frame.image(), 0, 300, 300, 40, 30))));

        assertThat(covered(exam)).isNotEqualTo(before);
        assertThat(audited()).contains("mask.removed", "mask.added", "exam.masks-judged");
        Certificate certificate = certificates.of(doctor.owner(), exam);
        assertThat(certificate.removed()).isEqualTo(1);
        assertThat(certificate.standing()).isEqualTo(frame.masks().size());
        assertThat(certificate.images())
                .singleElement()
                .satisfies(image -> assertThat(image.originalSha256())
                        .isEqualTo(HexFormat.of().formatHex(Sha256.digest().digest(file))));
    }

    @Test
    void anAuditEntryCannotBeChangedOrRemoved() throws Exception {
        ExamId exam = sent(Files.readAllBytes(LABELLED_FILM));
        desk.decide(doctor.owner(), exam, new MaskDecision(Set.of(), List.of()));

        for (String change : List.of("update audit_entry set action = 'x'", "delete from audit_entry")) {
            assertThatThrownBy(() -> everyRow.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(audited()).contains("exam.masks-judged");
    }

    @Test
    void aFilmWithoutTextIsNotHeldUpAndMayBeCoveredLater() throws Exception {
        ExamId exam = sent(Files.readAllBytes(PLAIN_FILM));
        assertThat(state(exam)).isNotEqualTo(ExamState.REVIEW);
        byte[] before = covered(exam);

        FrameOfImage frame = onlyFrame(exam);
        desk.decide(
                doctor.owner(), exam, new MaskDecision(Set.of(), List.of(new Drawn(frame.image(), 0, 9, 9, 90, 30))));

        assertThat(covered(exam)).isNotEqualTo(before);
    }

    @Test
    void anImageInWhichANameIsLeftIsHeldBackAndMayBeThrownAway() throws Exception {
        ExamId exam = sent(filmWithTheNameInItsPixels());

        assertThat(state(exam)).isEqualTo(ExamState.QUARANTINED);
        assertThat(quarantine.findings(doctor.owner(), exam)).isNotEmpty();
        assertThat(requests.page(doctor, "/exams/" + exam + "/quarantine")).contains("Exame retido");
        desk.decide(doctor.owner(), exam, new MaskDecision(Set.of(), List.of()));
        assertThat(state(exam)).as("masks do not help").isEqualTo(ExamState.QUARANTINED);

        assertThat(quarantine.discard(doctor.owner(), exam)).isFalse();
        assertThatThrownBy(() -> state(exam)).isInstanceOf(NoSuchExam.class);
        assertThat(audited()).contains("image.discarded");
    }

    @Test
    void anotherDoctorsMasksAndCertificatesDoNotExist() throws Exception {
        ExamId exam = sent(Files.readAllBytes(LABELLED_FILM));
        UUID image = onlyFrame(exam).image();
        Doctor other = TestDoctors.register(database);

        for (String path : List.of(
                "/masks",
                "/masks/sheet",
                "/uncovered/" + image + "/0.png",
                "/images/" + image + "/0.png",
                "/quarantine",
                "/certificate",
                "/certificate.json",
                "/certificate.pdf")) {
            browser.perform(get("/exams/" + exam + path).with(user(doctor))).andExpect(status().isOk());
            browser.perform(get("/exams/" + exam + path).with(user(other))).andExpect(status().isNotFound());
        }
        browser.perform(post("/exams/" + exam + "/masks")
                        .with(user(other))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"remove\":[],\"add\":[]}"))
                .andExpect(status().isNotFound());
        browser.perform(post("/exams/" + exam + "/quarantine").with(user(other)).with(csrf()))
                .andExpect(status().isNotFound());
    }

    private ExamId sent(byte[] film) throws Exception {
        String exam = requests.send(doctor, film);
        browser.perform(post("/exams/" + exam + "/complete").with(user(doctor)).with(csrf()))
                .andExpect(status().isNoContent());
        return ExamId.parse(exam);
    }

    private ExamState state(ExamId exam) {
        return shelf.exam(doctor.owner(), exam).state();
    }

    private FrameOfImage onlyFrame(ExamId exam) {
        List<FrameOfImage> frames = desk.sheet(doctor.owner(), exam).images();
        assertThat(frames).hasSize(1);
        return frames.get(0);
    }

    private byte[] covered(ExamId exam) {
        return shelf.picture(doctor.owner(), exam, onlyFrame(exam).image(), 0);
    }

    private byte[] beneath(ExamId exam) {
        return desk.picture(doctor.owner(), exam, onlyFrame(exam).image(), 0);
    }

    private long blobs() {
        return everyRow.sql("select count(blob) + count(uncovered) from instance where owner = ?")
                .param(doctor.owner().value())
                .query(Long.class)
                .single();
    }

    private List<String> audited() {
        return everyRow.sql("select action from audit_entry where owner = ? order by number")
                .param(doctor.owner().value())
                .query(String.class)
                .list();
    }

    /** The pixels spell the patient's name to whoever reads them as letters. */
    private static byte[] filmWithTheNameInItsPixels() throws IOException {
        DicomObject film = DicomObject.read(
                new ByteArrayInputStream(Files.readAllBytes(UNCOMPRESSED_FILM)), DicomLimits.defaults());
        byte[] name = film.dataSet().string(Tag.PATIENT_NAME).orElseThrow().getBytes(StandardCharsets.ISO_8859_1);
        byte[] pixels = film.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value();
        System.arraycopy(name, 0, pixels, pixels.length / 2 + 300, name.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        film.writeTo(out);
        return out.toByteArray();
    }
}
