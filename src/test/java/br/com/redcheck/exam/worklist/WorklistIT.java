package br.com.redcheck.exam.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.exam.CaseState;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.worklist.Label.Colour;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.Sex;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.platform.database.EveryRow;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The list, its filters and labels, on a real database with row-level security. */
@SpringBootTest
@AutoConfigureMockMvc
class WorklistIT {
    private static final String LATER = "2026-03-01T12:00:00Z";
    private static final int PAGE = 4;
    private static final Cpf ROSAS_CPF = new Cpf("52998224725");
    private static final Cpf DAVIS_CPF = new Cpf("39053344705");

    @Autowired
    MockMvc browser;

    @Autowired
    Worklist worklist;

    @Autowired
    Labels labels;

    @Autowired
    SavedFilters filters;

    @Autowired
    Patients patients;

    @Autowired
    WorklistCsv csv;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    private WorklistExams exams;
    private Doctor doctor;
    private OwnerId ana;
    private OwnerId rui;

    @BeforeEach
    void makeDoctors() {
        exams = new WorklistExams(everyRow);
        doctor = TestDoctors.register(database);
        ana = doctor.owner();
        rui = TestDoctors.register(database).owner();
    }

    @Test
    void pagesMeetEveryExamOnceWhileNewOnesArrive() {
        Random random = new Random(7);
        Set<ExamId> there = new HashSet<>();
        for (int i = 0; i < 30; i++) { // many at the same moment
            there.add(exams.read(ana, "CT", "2026-01-01T0" + random.nextInt(4) + ":00:00.123456Z", 0.5));
        }
        List<ExamId> met = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        Page last;
        do {
            last = worklist.page(ana, Filter.NONE, next.orElse(null), PAGE);
            met.addAll(ids(last));
            exams.read(ana, "CT", LATER, 0.5);
            next = last.older();
        } while (next.isPresent());

        assertThat(met).doesNotHaveDuplicates().hasSameElementsAs(there);
        assertThat(backFrom(last))
                .endsWith(met.toArray(ExamId[]::new))
                .doesNotHaveDuplicates()
                .hasSize(38);
    }

    /** The list again, from its last page to the newest exam. */
    private List<ExamId> backFrom(Page last) {
        List<ExamId> back = new ArrayList<>(ids(last));
        for (Page page = last; page.newer().isPresent(); ) {
            page = worklist.page(ana, Filter.NONE, page.newer().orElseThrow(), PAGE);
            back.addAll(0, ids(page));
        }
        return back;
    }

    @Test
    void filtersCombine() {
        ExamId film = exams.read(ana, "DX", "2026-01-05T12:00:00Z", 0.91);
        exams.read(ana, "DX", "2026-01-05T12:00:00Z", 0.2);
        exams.read(ana, "CT", "2026-01-05T12:00:00Z", 0.95);
        exams.read(ana, "CR", "2026-01-09T12:00:00Z", 0.95);
        ExamId failed = exams.in(ana, "CR", "2026-01-05T12:00:00Z", ExamState.FAILED);

        assertThat(found("modality=X_RAY&class=positive&from=2026-01-05&to=2026-01-05"))
                .containsExactly(film);
        assertThat(found("min=90&max=92")).containsExactly(film);
        assertThat(found("state=ATTENTION")).containsExactly(failed);
        assertThat(found("state=READ&class=negative")).hasSize(1);
        assertThat(found("state=FAILED&class=positive")).isEmpty();
        assertThat(found("")).hasSize(5);
        assertThat(worklist.count(ana, Filter.only(Situation.ATTENTION))).isOne();
    }

    @Test
    void aDayBeginsAndEndsInBrasilia() {
        ExamId lateEvening = exams.read(ana, "CT", "2026-01-06T02:59:59Z", 0.5);
        ExamId midnight = exams.read(ana, "CT", "2026-01-06T03:00:00Z", 0.5);

        assertThat(found("to=2026-01-05")).containsExactly(lateEvening);
        assertThat(found("from=2026-01-06")).containsExactly(midnight);
    }

    @Test
    void labelsArePutOnAndTakenOffManyAtOnce() {
        ExamId first = exams.read(ana, "CT", "2026-01-05T12:00:00Z", 0.9);
        ExamId second = exams.in(ana, "CT", LATER, ExamState.REVIEW);
        UUID urgent = label("urgent");
        UUID teaching = label("teaching");

        labels.putOn(ana, urgent, List.of(first, second));
        labels.putOn(ana, urgent, List.of(first));
        labels.putOn(ana, teaching, List.of(first));

        assertThat(found("label=" + urgent)).containsExactly(second, first);
        assertThat(found("state=READ&label=" + urgent)).containsExactly(first);
        assertThat(worklist.page(ana, filter("label=" + teaching), null, PAGE)
                        .exams()
                        .get(0)
                        .labels())
                .extracting(Label::name)
                .containsExactly("teaching", "urgent");

        labels.takeOff(ana, urgent, List.of(first, second));
        assertThat(found("label=" + urgent)).isEmpty();
        labels.remove(ana, teaching);
        assertThat(found("label=" + teaching)).isEmpty();
        assertThat(found("")).hasSize(2);
    }

    @Test
    void aLabelOfThatNameIsTheSameLabel() {
        label("Urgent");
        labels.make(ana, Name.parse(" urgent "), Colour.RED);

        assertThat(labels.of(ana)).singleElement().satisfies(label -> {
            assertThat(label.name()).isEqualTo("urgent");
            assertThat(label.colour()).isEqualTo(Colour.RED);
        });
    }

    @Test
    void anotherOwnersExamsAndLabelsAreOutOfReach() {
        ExamId anas = exams.read(ana, "CT", LATER, 0.9);
        ExamId ruis = exams.read(rui, "CT", LATER, 0.9);
        UUID label = label("urgent");

        labels.putOn(ana, label, List.of(ruis));
        labels.putOn(rui, label, List.of(ruis, anas));
        labels.remove(rui, label);

        assertThat(found("label=" + label)).isEmpty();
        assertThat(labels.of(ana)).hasSize(1);
        assertThat(labels.of(rui)).isEmpty();
        assertThat(ids(worklist.page(rui, Filter.NONE, null, PAGE))).containsExactly(ruis);
        assertThat(ids(worklist.page(rui, filter("label=" + label), null, PAGE)))
                .isEmpty();
        assertThat(worklist.some(rui, List.of(anas, ruis))).hasSize(1);
    }

    @Test
    void casesAreFoundByWhatTheirFormSays() {
        ExamId campinas = told("Rosa Lima", ROSAS_CPF, CaseState.CONFIRMED, "Campinas - SP");
        ExamId santos = told("Davi Nunes", DAVIS_CPF, CaseState.SUSPECTED, "Santos - SP");
        ExamId untold = exams.read(ana, "CT", LATER, 0.9);

        assertThat(found("case=CONFIRMED")).containsExactly(campinas);
        assertThat(found("case=DISCARDED")).isEmpty();
        assertThat(found("uf=SP")).containsExactlyInAnyOrder(campinas, santos);
        assertThat(found("uf=RJ")).isEmpty();
        assertThat(found("municipality=3548500")).containsExactly(santos);
        assertThat(filter("municipality=santos sp").query()).isEqualTo("municipality=3548500");
        assertThat(found("uf=SP&case=SUSPECTED&state=READ")).containsExactly(santos);
        assertThat(found("")).contains(untold).hasSize(3);
    }

    @Test
    void whatAFormSaysAnewIsFoundAnew() {
        ExamId exam = told("Rosa Lima", ROSAS_CPF, CaseState.SUSPECTED, "Campinas - SP");
        everyRow.sql("update exam_form set case_state = 'DISCARDED' where exam_id = ?")
                .param(exam.value())
                .update();

        assertThat(found("case=SUSPECTED")).isEmpty();
        assertThat(found("case=DISCARDED")).containsExactly(exam);
    }

    @Test
    void aPatientsExamsAreFoundByCpf() throws Exception {
        ExamId rosas = told("Rosa Lima", ROSAS_CPF, CaseState.CONFIRMED, "Campinas - SP");
        ExamId davis = told("Davi Nunes", DAVIS_CPF, CaseState.CONFIRMED, "Campinas - SP");

        String address = lookUp("cpf", "529.982.247-25");

        assertThat(address).startsWith("/exams?case=CONFIRMED&patient=").doesNotContain("529");
        assertThat(lookUp("cpf", "52998224725")).as("sealed anew each time").isNotEqualTo(address);
        browser.perform(get(address).with(user(doctor)).accept("text/html"))
                .andExpect(content().string(containsString(rosas.toString())))
                .andExpect(content().string(containsString("Rosa Lima")))
                .andExpect(content().string(not(containsString(davis.toString()))));
        assertThat(found(address.substring(address.indexOf('?') + 1))).containsExactly(rosas);
        assertThat(everyRow.sql(
                                "select action from audit_entry where owner = ? and action like 'patient.%' order by number")
                        .param(ana.value())
                        .query(String.class)
                        .list())
                .endsWith("patient.looked-up", "patient.looked-up", "patient.shown");
    }

    @Test
    void aPatientWithoutCpfIsFoundByNameBirthAndMother() throws Exception {
        ExamId rosas = told("Rosa de Lima", null, CaseState.CONFIRMED, "Campinas - SP");

        String address = lookUp("name", "ROSA LIMA", "birthDate", "1960-02-03", "mother", "Célia Lima");

        assertThat(found(address.substring(address.indexOf('?') + 1))).containsExactly(rosas);
    }

    @Test
    void whoIsNotFoundIsNotRepeatedInAnAddress() throws Exception {
        told("Rosa Lima", ROSAS_CPF, CaseState.CONFIRMED, "Campinas - SP");

        for (String[] typed : List.of(
                new String[] {"cpf", "111.444.777-35"},
                new String[] {"cpf", "529.982.247-26"},
                new String[] {"name", "Rosa Lima"},
                new String[] {"name", "Rosa Lima", "birthDate", "soon", "mother", "Célia Lima"})) {
            browser.perform(lookingUp(doctor, typed))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("role=\"alert\"")));
        }
        browser.perform(lookingUp(TestDoctors.register(database), "cpf", "529.982.247-25"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void aLookUpIsOfUseToItsOwnerAlone() throws Exception {
        told("Rosa Lima", ROSAS_CPF, CaseState.CONFIRMED, "Campinas - SP");
        String address = lookUp("cpf", "529.982.247-25");

        browser.perform(get(address).with(user(TestDoctors.register(database))).accept("text/html"))
                .andExpect(status().isBadRequest());
        browser.perform(get("/exams?patient=bm9uc2Vuc2U").with(user(doctor)).accept("text/html"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aLookUpIsNotKeptWithAFilter() throws Exception {
        told("Rosa Lima", ROSAS_CPF, CaseState.CONFIRMED, "Campinas - SP");
        String address = lookUp("cpf", "529.982.247-25");

        browser.perform(post("/exams/filters")
                        .param("name", "confirmed")
                        .param("place", address.substring(address.indexOf('?') + 1))
                        .with(user(doctor))
                        .with(csrf()))
                .andExpect(redirectedUrl("/exams?case=CONFIRMED"));

        assertThat(filters.of(ana, doctor.account()))
                .extracting(SavedFilter::query)
                .containsExactly("case=CONFIRMED");
    }

    @Test
    void whatFailedNeedsItsDoctorUntilPutAwayAndAgainWhenThereIsNews() throws Exception {
        ExamId failed = exams.in(ana, "CT", LATER, ExamState.FAILED);
        ExamId refused = exams.in(ana, "DX", LATER, ExamState.REFUSED);
        ExamId masks = exams.in(ana, "DX", LATER, ExamState.REVIEW);
        ExamId ruis = exams.in(rui, "DX", LATER, ExamState.FAILED);

        select("put-away", failed, refused, masks, ruis);

        assertThat(found("state=ATTENTION")).containsExactly(masks);
        assertThat(found("state=FAILED")).containsExactly(failed);
        Shown front = worklist.at(ana, doctor.account(), Place.parse(""));
        assertThat(front.waitingCount()).isOne();
        assertThat(ids(front.waiting())).containsExactly(masks);
        assertThat(ids(front.page())).containsExactlyInAnyOrder(failed, refused);
        assertThat(worklist.count(rui, Filter.only(Situation.ATTENTION))).isOne();

        select("take-back", refused);
        everyRow.sql("update exam set state_since = now() + interval '1 minute' where id = ?")
                .param(failed.value())
                .update();

        assertThat(found("state=ATTENTION")).containsExactlyInAnyOrder(failed, refused, masks);
        assertThat(everyRow.sql("select action from audit_entry where owner = ? order by number")
                        .param(ana.value())
                        .query(String.class)
                        .list())
                .containsExactly("exam.put-away", "exam.put-away", "exam.taken-back");
    }

    @Test
    void keptFiltersAreTheAccountsOwnAndAtMostFifty() {
        for (int i = 0; i < SavedFilters.MOST; i++) {
            filters.keep(ana, doctor.account(), Name.parse("filter " + i), filter("state=READ"));
        }
        filters.keep(ana, doctor.account(), Name.parse("filter 7"), filter("state=FAILED"));

        assertThatThrownBy(() -> filters.keep(ana, doctor.account(), Name.parse("one more"), Filter.NONE))
                .isInstanceOf(TooMany.class);
        assertThat(filters.of(ana, doctor.account()))
                .hasSize(SavedFilters.MOST)
                .anySatisfy(kept -> assertThat(kept.query()).isEqualTo("state=FAILED"));
        assertThat(filters.of(ana, rui.value())).isEmpty();
        assertThat(filters.of(rui, doctor.account())).isEmpty();
    }

    @Test
    void theTableForSpreadsheetsHoldsWhatFits() throws Exception {
        ExamId film = exams.read(ana, "DX", "2026-01-05T12:00:00Z", 0.91);
        exams.in(ana, "CT", LATER, ExamState.FAILED);
        exams.read(rui, "DX", LATER, 0.91);
        labels.putOn(ana, label("=HYPERLINK(\"x\")"), List.of(film));

        StringWriter out = new StringWriter();
        csv.write(ana, filter("modality=X_RAY"), out);

        assertThat(out.toString())
                .isEqualTo(
                        "\uFEFFexam,received_at,modality,patient_sex,patient_age,images,state,probability_suspected,class,"
                                + "case_state,uf,municipality,labels\r\n"
                                + film
                                + ",2026-01-05T12:00:00Z,DX,F,045Y,0,READ,0.910000,positive,,,,\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    }

    @Test
    void theTableIsWholeHoweverManyPiecesItIsReadIn() throws Exception {
        everyRow.sql("""
                        insert into exam (id, owner, study_uid, modality, received_at, state, state_since, done_steps, all_steps)
                        select gen_random_uuid(), :owner, '2.25.' || n, 'CT', now(), 'READ', now(), 0, 0
                        from generate_series(1, 1203) n""").param("owner", ana.value()).update();

        StringWriter out = new StringWriter();
        csv.write(ana, Filter.NONE, out);

        assertThat(out.toString().lines().skip(1).distinct()).hasSize(1203);
    }

    @Test
    void anAddressThatMeansNothingIsAPoliteNo() throws Exception {
        browser.perform(get("/exams?from=yesterday").with(user(doctor)).accept("text/html"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("(from)")));
    }

    @Test
    void afterLabellingOneIsWhereOneWasAndNowhereElse() throws Exception {
        String place = "state=READ&after=1767225600000000.00000000-0000-4000-8000-000000000000";

        browser.perform(post("/exams/selection/put-on")
                        .param("place", place)
                        .with(user(doctor))
                        .with(csrf()))
                .andExpect(redirectedUrl("/exams?" + place));
        browser.perform(post("/exams/selection/put-on")
                        .param("place", "//example.org?x=1")
                        .with(user(doctor))
                        .with(csrf()))
                .andExpect(redirectedUrl("/exams"));
    }

    @Test
    void aDownloadIsWrittenDown() throws Exception {
        browser.perform(get("/exams/export").with(user(doctor)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"exams.csv\""));

        assertThat(everyRow.sql("select action from audit_entry where owner = ? and actor = ?")
                        .params(ana.value(), doctor.account())
                        .query(String.class)
                        .list())
                .containsExactly("worklist.downloaded");
    }

    private ExamId told(String name, @Nullable Cpf cpf, CaseState caseState, String municipality) {
        ExamId exam = exams.read(ana, "CT", LATER, 0.9);
        LocalDate born = LocalDate.of(1960, 2, 3);
        Identity identity = new Identity(name, born, Sex.F, Optional.ofNullable(cpf), Optional.of("Célia Lima"));
        exams.tell(ana, exam, patients.enter(ana, identity), caseState, municipality);
        return exam;
    }

    /** Looks a patient up among confirmed cases, and says where that leads. */
    private String lookUp(String... typed) throws Exception {
        return browser.perform(lookingUp(doctor, typed))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private static MockHttpServletRequestBuilder lookingUp(Doctor asker, String... typed) {
        MockHttpServletRequestBuilder request = post("/exams/patient")
                .param("place", "case=CONFIRMED")
                .accept("text/html")
                .with(user(asker))
                .with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        return request;
    }

    private void select(String what, ExamId... selected) throws Exception {
        String[] ids = Stream.of(selected).map(ExamId::toString).toArray(String[]::new);
        browser.perform(post("/exams/selection/" + what)
                        .param("exam", ids)
                        .with(user(doctor))
                        .with(csrf()))
                .andExpect(redirectedUrl("/exams"));
    }

    private List<ExamId> found(String query) {
        return ids(worklist.page(ana, filter(query), null, 50));
    }

    private UUID label(String name) {
        labels.make(ana, Name.parse(name), Colour.GRAY);
        return labels.of(ana).stream()
                .filter(label -> label.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Filter filter(String query) {
        return Place.parse(query).filter();
    }

    private static List<ExamId> ids(Page page) {
        return page.exams().stream().map(listed -> listed.exam().id()).toList();
    }
}
