package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A film that belongs to an exam but that no network may read is kept, and the page says why there is no result. */
@SpringBootTest(properties = "covid-dicom.intake.quiet=1s")
@AutoConfigureMockMvc
class RefusedReadingIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    ReadingStep step;

    @Test
    void anExamThatWasErasedWhileItWaitedAsksForNothing() {
        Doctor doctor = TestDoctors.register(database);
        UUID erased = UUID.randomUUID();

        assertThatCode(() -> step.run(doctor.owner(), erased)).doesNotThrowAnyException();
        assertThatCode(() -> step.failed(doctor.owner(), erased)).doesNotThrowAnyException();
    }

    @Test
    void aLateralFilmIsKeptAndThePageSaysWhyItIsNotRead() throws Exception {
        Doctor doctor = TestDoctors.register(database);

        DoctorsRequests requests = new DoctorsRequests(browser);
        String exam = requests.send(doctor, lateral());

        // Its sender never says that it is complete: a quiet while says so.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(requests.page(doctor, "/exams/" + exam))
                        .contains("alert-warning")
                        .contains("perfil")
                        .contains("vgg16-cam-cxr 0.1.0")
                        .contains("/networks/vgg16-cam-cxr/0.1.0")
                        .contains("/critical-use")
                        .doesNotContain("class=\"result"));
        assertThat(requests.page(doctor, "/exams")).contains("state-refused");
    }

    private static byte[] lateral() throws IOException {
        try (InputStream in = Files.newInputStream(FILM)) {
            DicomObject film = DicomObject.read(in, DicomLimits.defaults());
            film.dataSet().putString(Tag.VIEW_POSITION, Vr.CS, "LL");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            film.writeTo(out);
            return out.toByteArray();
        }
    }
}
