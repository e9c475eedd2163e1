package br.com.redcheck.exam.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.clinical.ConsentingExams;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.consent.Consents;
import br.com.redcheck.patient.consent.Purpose;
import br.com.redcheck.patient.consent.Way;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.database.EveryRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** What a doctor publishes with the patient's consent is everybody's, says nothing of whom it is, and goes when the consent goes. */
@SpringBootTest
@AutoConfigureMockMvc
class GalleryIT {
    private static final String PASSWORD = "a long enough password";

    @Autowired
    MockMvc browser;

    @Autowired
    PublicationDesk desk;

    @Autowired
    Consents consents;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Home home;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    private Doctor ana;
    private ExamId exam;
    private PatientId patient;

    @BeforeEach
    void makeExam() throws Exception {
        ana = TestDoctors.register(database);
        ConsentingExams exams = new ConsentingExams(browser, everyRow);
        exam = exams.make(ana);
        patient = exams.patient(exam);
    }

    @Test
    void withoutConsentNothingIsPublished() {
        assertThatExceptionOfType(NotPublishable.class)
                .isThrownBy(() -> desk.publish(ana.owner(), exam, Licence.CC_BY_4_0))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("refusal.not-publishable.consent"));
        give(Purpose.RESEARCH);
        assertThatExceptionOfType(NotPublishable.class)
                .isThrownBy(() -> desk.publish(ana.owner(), exam, Licence.CC_BY_4_0));
    }

    @Test
    void withoutAnOutcomeThereIsNoLabelToPublish() {
        give(Purpose.PUBLICATION);
        everyRow.sql("update outcome set truth = 'UNDECIDED' where exam_id = ?")
                .param(exam.value())
                .update();

        assertThatExceptionOfType(NotPublishable.class)
                .isThrownBy(() -> desk.publish(ana.owner(), exam, Licence.CC_BY_4_0))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("refusal.not-publishable.label"));
    }

    @Test
    void theDoctorChecksEveryImageAndShowsOnceMoreWhoTheyAre() throws Exception {
        give(Purpose.PUBLICATION);
        everyRow.sql("update account set password_hash = ? where id = ?")
                .params(passwords.encode(PASSWORD), ana.account())
                .update();

        assertThat(publish("false", PASSWORD).getStatus()).isEqualTo(422);
        assertThat(publish("true", "another password").getStatus()).isEqualTo(422);
        assertThat(desk.readiness(ana.owner(), exam).published()).isEmpty();

        assertThat(publish("true", PASSWORD).getStatus()).isEqualTo(302);
        assertThat(desk.readiness(ana.owner(), exam).published()).isPresent();
        assertThat(publish("true", PASSWORD).getStatus()).as("twice").isEqualTo(422);
    }

    @Test
    void aPublishedExamIsEverybodysAndLeadsNowhere() throws Exception {
        PublicationId publication = published();

        assertThat(page("/gallery")).contains(publication.toString(), "COVID-19");
        assertThat(page("/gallery/" + publication)).contains("CC BY 4.0", "covid-dicom gallery");
        assertThat(ask("/gallery/" + publication + "/picture.png").getContentType())
                .isEqualTo("image/png");
        assertThat(page("/gallery/exams.csv"))
                .contains(publication + ",", ",COVID_19,")
                .doesNotContain(exam.toString(), ana.owner().value().toString());
        Map<String, byte[]> files = zip(publication);
        assertThat(files.keySet()).containsExactly("exam.csv", "files.csv", "LICENCE.txt", "images/0001.dcm");
        DicomObject copy =
                DicomObject.read(new ByteArrayInputStream(files.get("images/0001.dcm")), DicomLimits.defaults());
        assertThat(copy.dataSet().string(Tag.STUDY_DATE)).isEmpty();
        String all = new String(files.get("images/0001.dcm"), StandardCharsets.ISO_8859_1);
        assertThat(shelfUids()).isNotEmpty().noneMatch(all::contains);
        assertThat(all).doesNotContain("QUARESMA", "Quaresma");
    }

    @Test
    void whoTakesTheConsentBackIsOutOfTheGalleryAtOnce() throws Exception {
        PublicationId publication = published();
        zip(publication);
        List<UUID> blobs = everyRow.sql("select blob from published_image where publication_id = ?")
                .param(publication.value())
                .query(UUID.class)
                .list();
        assertThat(blobs).allMatch(this::onDisk).isNotEmpty();

        consents.withdraw(ana.owner(), patient, Purpose.PUBLICATION, Way.LINK);

        assertThat(page("/gallery")).doesNotContain(publication.toString());
        assertThat(page("/gallery/exams.csv")).doesNotContain(publication.toString());
        for (String path : List.of("", "/exam.zip", "/picture.png")) {
            assertThat(ask("/gallery/" + publication + path).getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> blobs.stream().noneMatch(this::onDisk));
        await().atMost(Duration.ofMinutes(1)).until(() -> keys(publication) == 0);
        String administrators = browser.perform(get("/admin/withdrawn-publications")
                        .with(TestPeople.signedIn(TestPeople.administrator(database))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(administrators)
                .contains(publication.toString(), "<td>1</td>")
                .doesNotContain(exam.toString(), patient.toString());
    }

    @Test
    void aNewTextThatAsksAnewEmptiesTheGalleryUntilItIsAgreedTo() throws Exception {
        PublicationId publication = published();
        everyRow.sql("insert into consent_version values ('2033-01-01', true)").update();
        try {
            assertThat(page("/gallery")).doesNotContain(publication.toString());
        } finally {
            everyRow.sql("delete from consent_version where version = '2033-01-01'")
                    .update();
        }
        assertThat(page("/gallery")).contains(publication.toString());
    }

    @Test
    void theDoctorTakesAnExamOutAgain() throws Exception {
        PublicationId publication = published();

        browser.perform(post("/exams/" + exam + "/publication/withdrawn")
                .with(user(ana))
                .with(csrf()));

        assertThat(page("/gallery")).doesNotContain(publication.toString());
    }

    private PublicationId published() throws IOException {
        give(Purpose.PUBLICATION);
        return desk.publish(ana.owner(), exam, Licence.CC_BY_4_0);
    }

    private void give(Purpose purpose) {
        consents.giveByLink(
                ana.owner(), patient, Set.of(purpose), consents.versions().get(0));
    }

    private MockHttpServletResponse publish(String looked, String password) throws Exception {
        return browser.perform(post("/exams/" + exam + "/publication")
                        .param("looked", looked)
                        .param("unmarked", "true")
                        .param("password", password)
                        .with(user(ana))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private Map<String, byte[]> zip(PublicationId publication) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] bytes = ask("/gallery/" + publication + "/exam.zip").getContentAsByteArray();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private List<String> shelfUids() {
        return everyRow.sql("""
                        select study_uid from exam where id = :exam union all
                        select series_uid from series where exam_id = :exam union all
                        select sop_uid from instance join series on series.id = series_id where exam_id = :exam""").param("exam", exam.value()).query(String.class).list();
    }

    private boolean onDisk(UUID blob) {
        Path folder = home.folder().resolve("vault");
        return Files.exists(folder.resolve(blob.toString().substring(0, 2)).resolve(blob.toString()));
    }

    private long keys(PublicationId publication) {
        return everyRow.sql("select count(*) from vault_key where owner = ?")
                .param(publication.value())
                .query(Long.class)
                .single();
    }

    private String page(String path) throws Exception {
        return ask(path).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return browser.perform(get(path)).andReturn().getResponse();
    }
}
