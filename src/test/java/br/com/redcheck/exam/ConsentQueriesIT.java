package br.com.redcheck.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.exam.clinical.ConsentingExams;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.consent.Consents;
import br.com.redcheck.patient.consent.Purpose;
import br.com.redcheck.patient.consent.Way;
import br.com.redcheck.platform.database.EveryRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What has no consent for a use is not found by any question that is asked for it. */
@SpringBootTest
@AutoConfigureMockMvc
class ConsentQueriesIT {
    @Autowired
    MockMvc browser;

    @Autowired
    ReleasedExams released;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

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

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** Each question that there is for a use; what it answers tells whether the exam is in it. */
    private Map<String, BooleanSupplier> questions(SecondaryUse use) {
        Map<String, BooleanSupplier> questions = new LinkedHashMap<>();
        questions.put(
                "training set",
                () -> released.some(use, Optional.empty(), 10_000).stream()
                        .anyMatch(one -> one.id().equals(exam)));
        questions.put("one exam", () -> released.find(use, exam).isPresent());
        questions.put(
                "count by municipality",
                () -> rows("select coalesce(sum(n), 0) from (select municipality, count(*) n from " + use.exams()
                                + " where owner = '" + ana.owner().value() + "' group by municipality) counted")
                        > 0);
        questions.put(
                "images",
                () -> rows("select count(*) from " + use.images() + " where owner = '"
                                + ana.owner().value() + "'")
                        > 0);
        return questions;
    }

    @ParameterizedTest
    @EnumSource(SecondaryUse.class)
    void anExamIsFoundForAUseAsLongAsItsPatientAgrees(SecondaryUse use) {
        Purpose purpose = Purpose.valueOf(use.name());
        SecondaryUse other = SecondaryUse.values()[1 - use.ordinal()];
        expect(use, false, "absent");

        give(purpose);
        expect(use, true, "given");
        expect(other, false, "given for another use");

        consents.withdraw(ana.owner(), patient, purpose, Way.REQUEST);
        expect(use, false, "taken back");

        give(purpose);
        expect(use, true, "given again");
    }

    @Test
    void careIsConsentToNothingElse() throws Exception {
        give(Purpose.CARE);

        for (SecondaryUse use : SecondaryUse.values()) {
            expect(use, false, "care only");
        }
        assertThat(new DoctorsRequests(browser).page(ana, "/exams/" + exam))
                .as("the doctor's own exam stays the doctor's")
                .contains("Confirmado");
    }

    @Test
    void anImageThatWasSelectedIsNotOpenedOnceTheConsentIsGone() {
        give(Purpose.RESEARCH);
        ReleasedExam selected = released.find(SecondaryUse.RESEARCH, exam).orElseThrow();
        ReleasedImage image = released.images(selected).get(0);
        assertThat(released.<Boolean, RuntimeException>open(
                        image, open -> open.dataSet().isEmpty()))
                .isFalse();

        consents.withdraw(ana.owner(), patient, Purpose.RESEARCH, Way.LINK);

        assertThatExceptionOfType(NoLongerReleased.class)
                .isThrownBy(() -> released.open(image, open -> open.dataSet().isEmpty()));
        assertThat(released.images(selected)).isEmpty();
    }

    @Test
    void anExamWithoutAPatientOrWithMasksToJudgeIsForNothingElse() {
        give(Purpose.RESEARCH);
        everyRow.sql("update exam set state = 'REVIEW' where id = ?")
                .param(exam.value())
                .update();
        expect(SecondaryUse.RESEARCH, false, "masks to judge");

        everyRow.sql("update exam set state = 'READ' where id = ?")
                .param(exam.value())
                .update();
        expect(SecondaryUse.RESEARCH, true, "judged");

        everyRow.sql("delete from exam_form where exam_id = ?")
                .param(exam.value())
                .update();
        expect(SecondaryUse.RESEARCH, false, "no patient");
    }

    /** Whoever writes a question past the views gets an error, consent or not. */
    @ParameterizedTest
    @ValueSource(strings = {"exam", "instance", "exam_form", "outcome", "consent_step", "publication"})
    void withoutTheViewsThereIsNoQuestionAcrossOwners(String table) {
        give(Purpose.RESEARCH);
        give(Purpose.PUBLICATION);

        assertThatThrownBy(() -> rows("select count(*) from " + table))
                .rootCause()
                .hasMessageContaining("names no owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consented_exam", "consent_in_force"})
    void whatTheViewsAreMadeOfIsClosed(String view) {
        assertThatThrownBy(() -> rows("select count(*) from " + view))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exam_for_research",
                "exam_for_publication",
                "image_for_research",
                "image_for_publication",
                "consent_step",
                "consent_paper",
                "publication",
                "published_image"
            })
    void administratorsSeeNoneOfIt(String view) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(TestPeople.administrator(database), null));

        assertThatThrownBy(() -> rows("select count(*) from " + view))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void anOwnersOwnExportHoldsTheirExamsAndNobodyElses() throws Exception {
        Doctor rui = TestDoctors.register(database);
        give(Purpose.RESEARCH);
        give(Purpose.PUBLICATION);

        DoctorsRequests requests = new DoctorsRequests(browser);
        assertThat(requests.page(ana, "/exams/export")).contains(exam.toString());
        assertThat(requests.page(rui, "/exams/export")).doesNotContain(exam.toString());
    }

    private void expect(SecondaryUse use, boolean found, String consent) {
        questions(use)
                .forEach((question, answer) -> assertThat(answer.getAsBoolean())
                        .as("%s for %s, consent %s", question, use, consent)
                        .isEqualTo(found));
    }

    private void give(Purpose purpose) {
        consents.giveByLink(
                ana.owner(), patient, Set.of(purpose), consents.versions().get(0));
    }

    /** Asks as the application, in a transaction that names no owner. */
    private long rows(String question) {
        return transaction.execute(
                status -> database.sql(question).query(Long.class).single());
    }
}
