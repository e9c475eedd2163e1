package br.com.redcheck.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.AccountClosed;
import br.com.redcheck.account.AccountKind;
import br.com.redcheck.account.Administrator;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.Oversight;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.accreditation.Applicant.DoctorApplicant;
import br.com.redcheck.accreditation.Standing.Expired;
import br.com.redcheck.accreditation.Standing.Granted;
import br.com.redcheck.accreditation.Standing.Refused;
import br.com.redcheck.accreditation.Standing.Requested;
import br.com.redcheck.accreditation.Standing.Suspended;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Crm;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.person.Phone;
import br.com.redcheck.person.Uf;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.database.EveryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators decide counts at once, is told by mail, and stays on record. */
@SpringBootTest
@AutoConfigureMockMvc
class AccreditationIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    Oversight oversight;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    CaseDesk desk;

    @Autowired
    Licences licences;

    @Autowired
    Cases cases;

    @Autowired
    History history;

    @Autowired
    CaseRegister register;

    @Autowired
    CaseMail mail;

    @Autowired
    Home home;

    @Autowired
    ApplicationEventPublisher events;

    private Administrator administrator;
    private Doctor doctor;
    private OwnerId owner;
    private String email;

    @BeforeEach
    void aDoctorAsks() {
        administrator = TestPeople.administrator(database);
        doctor = TestDoctors.withoutLicence(database);
        owner = doctor.owner();
        email = SignUpPosts.email();
        applications.ask(owner, applicant(SignUpPosts.cpf()), Messages.PORTUGUESE);
    }

    @Test
    void nobodySendsBeforeTheLicenceIsGranted() throws Exception {
        sendFilm()
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("refusal.not-accredited.requested"))
                .andExpect(jsonPath("$.detail").value(containsString("em análise")));
        assertThat(new DoctorsRequests(browser).page(doctor, "/exams"))
                .contains("Em análise")
                .contains("/accreditation");

        decide("granted", "until", inTwoYears().toString(), "reason", "Bem-vinda");

        sendFilm().andExpect(status().isCreated());
        assertThat(new DoctorsRequests(browser).page(doctor, "/exams")).doesNotContain("standing-banner");
        assertThat(new Letters(home).expect(email, "concedido"))
                .contains("Bem-vinda", "/accreditation", inTwoYears().getYear() + "");
    }

    @Test
    void aSuspensionCountsInTheSessionThatIsOpenAndOwnExamsStayReadable() throws Exception {
        decide("granted", "until", inTwoYears().toString());
        String exam = new DoctorsRequests(browser).send(doctor, Files.readAllBytes(FILM));

        decide("suspended", "reason", "O CRM foi cancelado.");

        sendFilm()
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("O CRM foi cancelado.")));
        browser.perform(get("/exams/" + exam).with(user(doctor))).andExpect(status().isOk());
        assertThat(new DoctorsRequests(browser).page(doctor, "/exams"))
                .contains(exam)
                .contains("O CRM foi cancelado.");
        assertThat(new Letters(home).expect(email, "suspenso")).contains("O CRM foi cancelado.");

        decide("lifted", "reason", "Foi engano.");
        sendFilm().andExpect(status().isCreated());
        assertThat(licences.standing(owner)).contains(new Granted(inTwoYears()));
    }

    @Test
    void eachStandingHasAReasonOfItsOwn() {
        assertThatThrownBy(() -> licences.requireSending(OwnerId.random())).hasMessageEndingWith("never-asked");
        assertThatThrownBy(() -> licences.requireSending(owner)).hasMessageEndingWith("requested");
        CaseId id = caseOf();
        judge(() -> decisions.askEvidence(administrator, id, Reason.parse("O verso da carteira")));
        assertThatThrownBy(() -> licences.requireSending(owner)).hasMessageEndingWith("evidence-asked");
        applications.answer(owner, doctor.account());
        assertThat(licences.standing(owner)).contains(new Requested());
        judge(() -> decisions.refuse(administrator, id, Reason.parse("Não é médico")));
        assertThatThrownBy(() -> licences.requireSending(owner)).hasMessageEndingWith("refused");
        applications.askAgain(owner, doctor.account());
        assertThat(licences.standing(owner)).contains(new Requested());
    }

    @Test
    void aStepThatDoesNotFollowIsRefused() throws Exception {
        for (String step : List.of("suspended", "lifted", "renewal-declined")) {
            send(administratorsPath(step), "reason", "x").andExpect(status().isConflict());
        }
        send(administratorsPath("renewed"), "until", inTwoYears().toString()).andExpect(status().isConflict());
        decide("refused", "reason", "x");
        send(administratorsPath("granted"), "until", inTwoYears().toString()).andExpect(status().isConflict());
        assertThat(licences.standing(owner)).contains(new Refused("x"));
        for (String wish : List.of("answered", "renewal-asked")) {
            browser.perform(post("/accreditation/" + wish).with(user(doctor)).with(csrf()))
                    .andExpect(status().isConflict());
        }
    }

    @Test
    void nobodyIsRefusedWithoutAReasonNorGrantedForEver() throws Exception {
        send(administratorsPath("refused"), "reason", "  ").andExpect(status().isUnprocessableContent());
        for (String until : List.of(today().toString(), "2999-01-01", "soon")) {
            send(administratorsPath("granted"), "until", until).andExpect(status().isUnprocessableContent());
        }
        assertThat(licences.standing(owner)).contains(new Requested());
    }

    @Test
    void aRenewalIsAskedForWhileTheLicenceHolds() throws Exception {
        decide("granted", "until", today().plusDays(10).toString());
        browser.perform(post("/accreditation/renewal-asked").with(user(doctor)).with(csrf()))
                .andExpect(redirectedUrl("/accreditation"));
        sendFilm().andExpect(status().isCreated());
        assertThat(oversight.look(() -> desk.queue(administrator, Queue.RENEWAL, 0)))
                .anyMatch(row -> row.id().equals(caseOf()));

        decide("renewal-declined", "reason", "Falta o certificado");
        assertThat(licences.standing(owner)).contains(new Granted(today().plusDays(10)));
        applications.askRenewal(owner, doctor.account());
        decide("renewed", "until", inTwoYears().toString());

        assertThat(licences.standing(owner)).contains(new Granted(inTwoYears()));
        assertThat(oversight.look(() -> desk.queue(administrator, Queue.RENEWAL, 0)))
                .noneMatch(row -> row.id().equals(caseOf()));
    }

    @Test
    void aLicenceEndsWithItsLastDayWhetherOrNotTheJobHasRun() throws Exception {
        LocalDate last = today().plusDays(1);
        decide("granted", "until", last.toString());
        Licences later = new Licences(cases, calendarOf(last.plusDays(1)));

        assertThat(oversight.look(() -> later.standing(owner))).contains(new Expired(last.plusDays(1)));
        assertThatThrownBy(() -> judge(() -> later.requireSending(owner))).hasMessageEndingWith("expired");

        look(last.plusDays(1));
        assertThat(everyRow.sql("select standing from accreditation where owner = ?")
                        .param(owner.value())
                        .query(String.class)
                        .single())
                .isEqualTo("EXPIRED");
        assertThat(new Letters(home).expect(email, "vencido")).contains("/accreditation");
    }

    @Test
    void remindersComeSixtyThirtyAndSevenDaysBeforeEachOnce() throws Exception {
        LocalDate last = today().plusDays(200);
        decide("granted", "until", last.toString());
        for (int left : new int[] {61, 60, 59, 30, 30, 8, 7, 1, 0}) {
            look(last.minusDays(left));
        }

        assertThat(everyRow.sql("select days from accreditation_reminder where owner = ? order by days")
                        .param(owner.value())
                        .query(Integer.class)
                        .list())
                .containsExactly(7, 30, 60);
        new Letters(home).expect(email, "perto do fim");
        assertThat(licences.standing(owner)).contains(new Granted(last));
    }

    @Test
    void everyStepIsOnRecordAndCannotBeTakenOff() throws Exception {
        decide("granted", "until", inTwoYears().toString());
        decide("suspended", "reason", "x");

        assertThat(steps()).extracting(TakenStep::step).containsExactly(Step.SUSPENDED, Step.GRANTED, Step.REQUESTED);
        assertThat(steps().get(0).by()).contains(administrator.account());
        assertThat(everyRow.sql("select action from audit_entry where owner = ? order by number")
                        .param(owner.value())
                        .query(String.class)
                        .list())
                .contains("accreditation.requested", "accreditation.granted", "accreditation.suspended");
        for (String change : List.of("update accreditation_step set reason = 'y'", "delete from accreditation_step")) {
            assertThatThrownBy(() -> everyRow.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> everyRow.sql(
                                "update accreditation set standing = 'GRANTED', until = null where owner = ?")
                        .param(owner.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(licences.standing(owner)).contains(new Suspended("x", inTwoYears()));
    }

    @Test
    void theDeskShowsTheCaseAndWarnsOfACpfThatIsKnown() throws Exception {
        String cpf = SignUpPosts.cpf();
        OwnerId first = TestDoctors.withoutLicence(database).owner();
        OwnerId second = TestDoctors.withoutLicence(database).owner();
        applications.ask(first, applicant(cpf), Messages.PORTUGUESE);
        applications.ask(second, applicant(cpf), Locale.ENGLISH);

        String page = page("/admin/cases/"
                + oversight.look(() -> cases.find(first)).orElseThrow().id());
        assertThat(page)
                .contains(
                        Cpf.parse(cpf).written(),
                        "CRM/SP 123456",
                        "portal.cfm.org.br",
                        "O mesmo CPF está em outros pedidos: 1");
        assertThat(page("/admin/cases/" + caseOf())).doesNotContain("O mesmo CPF");
        assertThat(page("/admin?list=requested")).contains("CPF repetido", "Ana Inventada");
        send("/admin/cases/" + caseOf() + "/council", "finding", "NAME_DIFFERS").andExpect(status().is3xxRedirection());
        assertThat(page("/admin/cases/" + caseOf())).contains("Nome difere");
    }

    @Test
    void listsAreOldestFirstAndComeInPages() {
        for (int i = 0; i < CaseDesk.ROWS + 3; i++) {
            applications.ask(
                    TestDoctors.withoutLicence(database).owner(), applicant(SignUpPosts.cpf()), Messages.PORTUGUESE);
        }
        var first = oversight.look(() -> desk.queue(administrator, Queue.REQUESTED, 0));
        var second = oversight.look(() -> desk.queue(administrator, Queue.REQUESTED, 1));

        assertThat(first)
                .hasSize(CaseDesk.ROWS + 1)
                .isSortedAccordingTo((a, b) -> a.waitingSince().compareTo(b.waitingSince()));
        assertThat(second)
                .isNotEmpty()
                .noneMatch(row -> first.subList(0, CaseDesk.ROWS).contains(row));
    }

    @Test
    void whatApplicantsSayLiesSealedInItsColumn() {
        String row = everyRow.sql("select a::text || encode(claims, 'escape') from accreditation a where owner = ?")
                .param(owner.value())
                .query(String.class)
                .single();

        assertThat(row).doesNotContain("Inventada").doesNotContain(email).doesNotContain("123456");
    }

    @Test
    void whoeverWantsToBeForgottenIsForgottenHereToo() throws Exception {
        transaction.executeWithoutResult(
                closing -> events.publishEvent(new AccountClosed(doctor.account(), AccountKind.DOCTOR, owner, true)));

        assertThat(page("/admin/cases/" + caseOf())).contains("apagados").doesNotContain("Inventada");
        assertThat(everyRow.sql("select count(*) from vault_key where owner = ?")
                        .param(caseOf().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyAdministratorsDecideAndTheyHaveNoShelf() throws Exception {
        browser.perform(get("/admin").with(user(doctor))).andExpect(status().isForbidden());
        browser.perform(get("/admin/cases/" + caseOf()).with(user(doctor))).andExpect(status().isForbidden());
        browser.perform(post(administratorsPath("granted"))
                        .param("until", inTwoYears().toString())
                        .with(user(doctor))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        browser.perform(get("/exams").with(TestPeople.signedIn(administrator))).andExpect(status().isForbidden());
        browser.perform(get("/admin/cases/" + UUID.randomUUID()).with(TestPeople.signedIn(administrator)))
                .andExpect(status().isNotFound());
    }

    private DoctorApplicant applicant(String cpf) {
        return new DoctorApplicant(
                "Ana Inventada",
                Cpf.parse(cpf),
                new Crm(123_456, Uf.SP),
                "Radiologia",
                new EmailAddress(email),
                Phone.parse("(11) 91234-5678"));
    }

    private CaseId caseOf() {
        return oversight.look(() -> cases.find(owner)).orElseThrow().id();
    }

    /** Does what an administrator does, without a session. */
    private void judge(Runnable decision) {
        oversight.look(() -> {
            decision.run();
            return true;
        });
    }

    private List<TakenStep> steps() {
        CaseId id = caseOf();
        return oversight.look(() -> history.of(id));
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(BrasiliaCalendar.ZONE));
    }

    private static LocalDate inTwoYears() {
        return today().plusYears(2);
    }

    private String administratorsPath(String step) {
        return "/admin/cases/" + caseOf() + "/" + step;
    }

    private void decide(String step, String... fields) throws Exception {
        send(administratorsPath(step), fields).andExpect(redirectedUrl("/admin/cases/" + caseOf()));
    }

    private ResultActions send(String path, String... fields) throws Exception {
        var request = post(path).with(TestPeople.signedIn(administrator)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request);
    }

    private String page(String path) throws Exception {
        return browser.perform(get(path).with(TestPeople.signedIn(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions sendFilm() throws Exception {
        return new DoctorsRequests(browser).begin(doctor, Files.size(FILM));
    }

    private static BrasiliaCalendar calendarOf(LocalDate day) {
        Instant noon = day.atTime(LocalTime.NOON).atZone(BrasiliaCalendar.ZONE).toInstant();
        return new BrasiliaCalendar(Clock.fixed(noon, BrasiliaCalendar.ZONE));
    }

    /** The daily job on another day. */
    private void look(LocalDate day) {
        Renewals renewals = new Renewals(cases, register, mail, calendarOf(day), Clock.systemUTC(), oversight);
        transaction.executeWithoutResult(now -> {
            if (renewals.due().contains(owner)) {
                renewals.look(owner);
            }
        });
    }
}
