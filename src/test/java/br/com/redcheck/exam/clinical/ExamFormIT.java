package br.com.redcheck.exam.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import br.com.redcheck.platform.database.EveryRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of an exam is kept as it is typed, finished when it is whole, and what it says is looked for in the images. */
@SpringBootTest
@AutoConfigureMockMvc
class ExamFormIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    /** Patient id, name, mother, and so on: names and values take turns. */
    private static final List<String> WHOLE = List.of(
            "name", "Maximiliano Quaresma",
            "birthDate", "1956-03-12",
            "sex", "M",
            "cpf", "529.982.247-25",
            "mother", "Gertrudes Quaresma",
            "caseState", "CONFIRMED",
            "municipality", "Campinas - SP",
            "symptoms", "FEVER",
            "symptoms", "COUGH",
            "onset", "2020-04-02",
            "pcr", "POSITIVE",
            "pcrOn", "2020-04-05",
            "serology", "NOT_DONE",
            "observations", "mora com a irmã Filomena");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    private DoctorsRequests requests;
    private Doctor ana;

    @BeforeEach
    void makeDoctor() {
        requests = new DoctorsRequests(browser);
        ana = TestDoctors.register(database);
    }

    @Test
    void whatIsTypedIsThereWhenThePageIsOpenedAgainRightOrWrong() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(FILM));

        String answer = submit(
                        exam, "/draft", "name", "Maximi", "cpf", "123", "onset", "2019-01-01", "symptoms", "FEVER")
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer).contains("\"cpf\":\"Este CPF").contains("\"onset\":").doesNotContain("\"name\":");
        assertThat(requests.page(ana, "/exams/" + exam + "/form"))
                .contains("value=\"Maximi\"")
                .contains("value=\"123\"")
                .contains("value=\"2019-01-01\"")
                .contains("Rascunho salvo");
        assertThat(requests.page(ana, "/exams/" + exam)).contains("Rascunho, salvo em");
        assertThat(column(exam, "case_state is null and patient_id is null")).isEqualTo("true");
    }

    @Test
    void aFormThatIsNotWholeIsRefusedAndNothingOfItIsLost() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(FILM));

        MockHttpServletResponse answer = submit(exam, "", "name", "Maximiliano Quaresma", "municipality", "Bom Jesus");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("value=\"Maximiliano Quaresma\"")
                .contains("há nomes que se repetem")
                .contains("Informe o nome da mãe");
        assertThat(requests.page(ana, "/exams/" + exam + "/form")).contains("value=\"Maximiliano Quaresma\"");
    }

    @Test
    void aFinishedFormSaysInTheOpenWhatListsAreFilteredByAndNothingElse() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(FILM));

        assertThat(complete(exam).getRedirectedUrl()).isEqualTo("/exams/" + exam);

        assertThat(column(exam, "(case_state, municipality, uf, onset_on)::text"))
                .isEqualTo("(CONFIRMED,3509502,SP,2020-04-02)");
        assertThat(requests.page(ana, "/exams/" + exam))
                .contains("Confirmado")
                .contains("Campinas - SP")
                .doesNotContain("Quaresma");
        assertThat(requests.page(ana, "/exams/" + exam + "/form"))
                .contains("value=\"Maximiliano Quaresma\"")
                .contains("value=\"529.982.247-25\"")
                .contains("Filomena");
        for (String table : List.of("exam_form", "patient", "patient_word", "exam", "audit_entry", "scheduled_tasks")) {
            String rows = everyRow.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                    .query(String.class)
                    .single()
                    .toLowerCase();
            for (String word : List.of(
                    "maximiliano",
                    "quaresma",
                    "gertrudes",
                    "52998224725",
                    "529.982",
                    "filomena",
                    "1956-03-12",
                    "fever")) {
                assertThat(rows)
                        .as(table)
                        .doesNotContain(word)
                        .doesNotContain(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void theSamePatientIsTheSameInTwoExams() throws Exception {
        String film = requests.send(ana, Files.readAllBytes(FILM));
        String other = requests.send(ana, changed(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2.3.4.5"));

        complete(film);
        complete(other);

        assertThat(column(film, "patient_id")).isEqualTo(column(other, "patient_id"));
    }

    @Test
    void aPatientWhomNoExamIsOfAnyMoreIsStruckOff() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(FILM));
        complete(exam);
        String former = column(exam, "patient_id");

        complete(exam, "cpf", "111.444.777-35", "name", "Rita Sousa");

        assertThat(column(exam, "patient_id")).isNotEqualTo(former);
        assertThat(everyRow.sql("select count(*) from patient where id = ?")
                        .param(UUID.fromString(former))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void imagesThatHoldWhatTheFormSaysAreStoppedAndGoOnWhenItIsCorrected() throws Exception {
        // A word that the header holds where words may stay.
        String exam = requests.send(ana, changed(Tag.BODY_PART_EXAMINED, Vr.CS, "CHEST QUARESMA"));
        assertThat(stored(exam))
                .as("the sender has said nothing of a Quaresma yet")
                .isNotEqualTo("QUARANTINED");

        complete(exam);

        await().atMost(Duration.ofMinutes(1)).until(() -> stored(exam).equals("QUARANTINED"));
        assertThat(requests.page(ana, "/exams/" + exam + "/quarantine"))
                .contains("Algo que foi digitado sobre o paciente");
        assertThat(actions(exam)).contains("exam.identity-found");

        complete(exam, "patient", column(exam, "patient_id"), "name", "Maximiliano Souto", "mother", "Gertrudes Souto");

        await().atMost(Duration.ofMinutes(1)).until(() -> !stored(exam).equals("QUARANTINED"));
    }

    @Test
    void anImageThatComesAfterTheFormIsSearchedAsItComes() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(FILM));
        complete(exam);

        DicomObject second = film();
        second.dataSet().putString(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3.4.6");
        second.dataSet().putString(Tag.BODY_PART_EXAMINED, Vr.CS, "CHEST QUARESMA");
        assertThat(requests.send(ana, bytes(second))).isEqualTo(exam);

        assertThat(everyRow.sql("select count(*) from cleaning where owner = ? and leak_kind = 'TYPED'")
                        .param(ana.owner().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theFormOfAnotherIsNotThere() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(FILM));
        Doctor rui = TestDoctors.register(database);

        for (String path : List.of("", "/draft")) {
            assertThat(browser.perform(post("/exams/" + exam + "/form" + path)
                                    .with(user(rui))
                                    .with(csrf())
                                    .params(parameters(WHOLE)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void moreThanFitsIntoTheFormIsNotKept() throws Exception {
        String exam = requests.send(ana, Files.readAllBytes(FILM));

        assertThat(submit(exam, "/draft", "observations", "x".repeat(30_000)).getStatus())
                .isEqualTo(422);
    }

    private MockHttpServletResponse complete(String exam, String... instead) throws Exception {
        List<String> fields = new ArrayList<>(WHOLE);
        for (int i = 0; i < instead.length; i += 2) {
            int known = fields.indexOf(instead[i]);
            if (known < 0) {
                fields.addAll(List.of(instead[i], instead[i + 1]));
            } else {
                fields.set(known + 1, instead[i + 1]);
            }
        }
        MockHttpServletResponse answer = submit(exam, "", fields.toArray(String[]::new));
        assertThat(answer.getStatus()).isEqualTo(302);
        return answer;
    }

    private MockHttpServletResponse submit(String exam, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder form = post("/exams/" + exam + "/form" + path)
                .with(user(ana))
                .with(csrf())
                .params(parameters(List.of(fields)));
        return browser.perform(form).andReturn().getResponse();
    }

    private static MultiValueMap<String, String> parameters(List<String> fields) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < fields.size(); i += 2) {
            parameters.add(fields.get(i), fields.get(i + 1));
        }
        return parameters;
    }

    private String column(String exam, String expression) {
        return everyRow.sql("select (" + expression + ")::text from exam_form where exam_id = ?")
                .param(UUID.fromString(exam))
                .query(String.class)
                .single();
    }

    private String stored(String exam) {
        return everyRow.sql("select state from exam where id = ?")
                .param(UUID.fromString(exam))
                .query(String.class)
                .single();
    }

    private List<String> actions(String exam) {
        return everyRow.sql("select action from audit_entry where subject = ?")
                .param(UUID.fromString(exam))
                .query(String.class)
                .list();
    }

    private static DicomObject film() throws IOException {
        try (InputStream in = Files.newInputStream(FILM)) {
            return DicomObject.read(in, DicomLimits.defaults());
        }
    }

    private static byte[] changed(int tag, Vr vr, String value) throws IOException {
        DicomObject film = film();
        film.dataSet().putString(tag, vr, value);
        return bytes(film);
    }

    private static byte[] bytes(DicomObject object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        object.writeTo(out);
        return out.toByteArray();
    }
}
