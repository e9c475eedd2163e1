package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.redcheck.CtSeries;
import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.exam.ExamId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What is amiss with a series stands beside its result, wherever that is shown. */
@SpringBootTest(properties = "covid-dicom.intake.quiet=1s")
@AutoConfigureMockMvc
class SeriesRemarksIT {
    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    ExamReadings handedOut;

    @Test
    void aGapBetweenSlicesIsToldOnThePageInTheViewerAndToPrograms() throws Exception {
        Doctor doctor = TestDoctors.register(database);
        DoctorsRequests requests = new DoctorsRequests(browser);
        List<DicomObject> slices = CtSeries.slices();
        slices.subList(20, 40).clear();

        String exam = requests.send(doctor, CtSeries.zip(slices));

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(requests.page(doctor, "/exams/" + exam))
                        .contains("class=\"alert alert-warning remark\"")
                        .contains("a maior de 42 mm"));
        assertThat(requests.page(doctor, "/exams/" + exam + "/readings")).contains("a maior de 42 mm");
        assertThat(handedOut.of(doctor.owner(), ExamId.parse(exam), Locale.ENGLISH))
                .singleElement()
                .satisfies(result -> assertThat(result.remarks())
                        .extracting(SaidRemark::code)
                        .contains("remark.gap"));
    }
}
