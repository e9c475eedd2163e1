package br.com.redcheck.exam.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.platform.database.EveryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Exams with everything that publication asks for, but the consent. */
public record ConsentingExams(MockMvc browser, EveryRow database) {
    public static final String NAME = "Maximiliano Quaresma";
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    /** Sends a film, fills in its form, tells the outcome and judges the masks. */
    public ExamId make(Doctor doctor) throws Exception {
        String exam = new DoctorsRequests(browser).send(doctor, Files.readAllBytes(FILM));
        ask(doctor, post("/exams/" + exam + "/complete"), 204);
        ask(
                doctor,
                post("/exams/" + exam + "/form")
                        .param("name", NAME)
                        .param("birthDate", "1956-03-12")
                        .param("sex", "M")
                        .param("cpf", "529.982.247-25")
                        .param("mother", "Gertrudes Quaresma")
                        .param("caseState", "CONFIRMED")
                        .param("municipality", "Campinas - SP")
                        .param("symptoms", "FEVER")
                        .param("onset", "2020-04-02")
                        .param("pcr", "POSITIVE")
                        .param("pcrOn", "2020-04-05")
                        .param("serology", "NOT_DONE")
                        .param("observations", "mora com a irmã Filomena"),
                302);
        ask(
                doctor,
                post("/exams/" + exam + "/outcome")
                        .param("diagnosis", "COVID_19")
                        .param("pcr", "POSITIVE")
                        .param("pcrOn", "2020-04-05")
                        .param("serology", "NOT_DONE")
                        .param("course", "WARD"),
                302);
        ask(
                doctor,
                post("/exams/" + exam + "/masks")
                        .contentType("application/json")
                        .content("{\"remove\": [], \"add\": []}"),
                204);
        await().atMost(Duration.ofMinutes(1)).until(() -> !held(exam));
        return ExamId.parse(exam);
    }

    /** Whom the register says the exam is of. */
    public PatientId patient(ExamId exam) {
        return new PatientId(database.sql("select patient_id from exam_form where exam_id = ?")
                .param(exam.value())
                .query(UUID.class)
                .single());
    }

    private boolean held(String exam) {
        return database.sql("select state in ('ARRIVING', 'REVIEW', 'QUARANTINED') from exam where id = ?")
                .param(UUID.fromString(exam))
                .query(Boolean.class)
                .single();
    }

    private void ask(Doctor doctor, MockHttpServletRequestBuilder request, int status) throws Exception {
        assertThat(browser.perform(request.with(user(doctor)).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(status);
    }
}
