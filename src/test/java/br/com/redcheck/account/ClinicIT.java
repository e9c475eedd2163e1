package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.platform.overload.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The doctors of a clinic stand before one shelf, for as long as they belong to it. */
@SpringBootTest
@AutoConfigureMockMvc
class ClinicIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");
    private static final String PASSWORD = "ontem choveu em Bauru";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvc server;

    @Autowired
    Accounts accounts;

    @Autowired
    Clinics clinics;

    @Autowired
    Invitations invitations;

    @Autowired
    MailLimits limits;

    @Autowired
    ApiKeys keys;

    @Autowired
    EveryRow everyRow;

    private Account ana;
    private Account rui;
    private TestBrowser anas;
    private TestBrowser ruis;
    private UUID clinic;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Mailbox.announce(properties);
    }

    @BeforeEach
    void anasClinic() throws Exception {
        TestPeople.spareTheSecondFactor(everyRow);
        ana = doctor("ana");
        rui = doctor("rui");
        anas = signedIn(ana);
        ruis = signedIn(rui);
        clinic = clinics.register(ana.id(), "Clínica do Vale").value();
    }

    @Test
    void membersSeeTheClinicsExamsUntilTheyAreRemoved() throws Exception {
        ruiJoins();
        TestDoctors.grant(everyRow.database(), new OwnerId(clinic));
        Doctor there = ((Doctor) ana.signedIn()).before(new OwnerId(clinic));
        String exam = new DoctorsRequests(server).send(there, Files.readAllBytes(FILM));

        assertThat(ruis.open("/exams/" + exam).getStatus())
                .as("before his own shelf")
                .isEqualTo(404);
        assertThat(ruis.page("/exams")).contains("Clínica do Vale");
        ruis.submit("/shelf", "owner", clinic.toString());
        ruis.page("/exams/" + exam);
        assertThat(ruis.page("/exams")).as("in the list").contains(exam);
        assertThat(ruis.page("/exams?modality=X_RAY")).as("and its filters").contains(exam);

        anas.submit("/clinic/" + clinic + "/members/" + rui.id() + "/remove");

        assertThat(ruis.open("/exams/" + exam).getStatus()).isEqualTo(404);
        assertThat(ruis.page("/exams")).doesNotContain(exam).doesNotContain("Clínica do Vale");
        assertThat(ruis.open("/clinic/" + clinic).getStatus()).isEqualTo(404);
        ruis.submit("/shelf", "owner", clinic.toString());
        assertThat(ruis.open("/exams/" + exam).getStatus()).isEqualTo(404);
    }

    @Test
    void onlyWhoAnswersForTheClinicInvitesAndRemoves() throws Exception {
        ruiJoins();
        String place = "/clinic/" + clinic;

        assertThat(ruis.submit(place + "/invitations", "email", "eva@example.org")
                        .getStatus())
                .isEqualTo(403);
        assertThat(ruis.submit(place + "/members/" + ana.id() + "/remove").getStatus())
                .isEqualTo(403);
        assertThat(ruis.submit(place + "/members/" + rui.id() + "/responsible").getStatus())
                .isEqualTo(403);
        assertThat(anas.submit(place + "/members/" + ana.id() + "/remove").getStatus())
                .as("a clinic keeps somebody who answers for it")
                .isEqualTo(403);
        assertThat(clinics.members(new OwnerId(clinic))).hasSize(2);

        anas.submit(place + "/members/" + rui.id() + "/responsible");
        ruis.submit(place + "/members/" + ana.id() + "/remove");
        assertThat(clinics.members(new OwnerId(clinic)))
                .extracting(Member::account, Member::responsible)
                .containsExactly(tuple(rui.id(), true));
    }

    @Test
    void anInvitationIsOfNoUseToWhoHasNoDoctorsAccount() throws Exception {
        String email = "nobody" + NUMBER.incrementAndGet() + "@example.org";
        anas.submit("/clinic/" + clinic + "/invitations", "email", email);
        String link = Mailbox.link(email, 1);

        TestBrowser browser = new TestBrowser(server, "198.51.100.7");
        assertThat(browser.page(link)).contains("ainda não tem conta de médico");
        assertThat(browser.submit("/links/member", "token", token(link)).getStatus())
                .isEqualTo(410);
        browser.page(link);
    }

    @Test
    void anInvitationFromBeforeTheRemovalLetsNobodyBackIn() throws Exception {
        ruiJoins();
        String old = invitation(anas, rui, 2);

        anas.submit(place("/members/" + rui.id() + "/remove"));

        assertThat(join(ruis, old)).isEqualTo(410);
        assertThat(clinics.members(new OwnerId(clinic))).hasSize(1);
        assertThat(join(ruis, invitation(anas, rui, 3)))
                .as("one from after it does")
                .isEqualTo(302);
        assertThat(clinics.members(new OwnerId(clinic))).hasSize(2);
    }

    @Test
    void anInvitationThatWaitedWhileItsDoctorWasRemovedIsNotWritten() throws Exception {
        ruiJoins();
        LinkRequest waiting = invite(ana);
        assertThat(invitations.wished(waiting)).isPresent();

        anas.submit(place("/members/" + rui.id() + "/remove"));

        assertThat(invitations.wished(waiting)).isEmpty();
        assertThat(invitations.wished(invite(ana))).isPresent();
    }

    @Test
    void aNewInvitationTakesThePlaceOfTheOneBefore() throws Exception {
        String first = invitation(anas, rui, 1);
        String second = invitation(anas, rui, 2);

        assertThat(ruis.open(first).getStatus()).isEqualTo(410);
        assertThat(join(ruis, first)).isEqualTo(410);
        assertThat(join(ruis, second)).isEqualTo(302);
    }

    @Test
    void whatTheFormerResponsibleLeftOpenEndsWithTheHandOver() throws Exception {
        ruiJoins();
        Account eva = doctor("eva");
        String invitation = invitation(anas, eva, 1);
        Token key = keys.make(
                new OwnerId(clinic), ana.id(), new ApiKeyWish("PACS", Set.of(ApiScope.values()), ApiKeyWish.Life.YEAR));
        keys.show(key);

        anas.submit(place("/members/" + rui.id() + "/responsible"));
        assertThat(invitations.wished(invite(ana)))
                .as("asked for, not written yet")
                .isEmpty();
        ruis.submit(place("/members/" + ana.id() + "/responsible"));

        assertThat(join(signedIn(eva), invitation))
                .as("not even if it is handed back")
                .isEqualTo(410);
        assertThatExceptionOfType(UselessApiKey.class).isThrownBy(() -> keys.show(key));
    }

    @Test
    void anInvitationEndsWithTheClinicAndWithTheMailboxsAccount() throws Exception {
        String toRui = invitation(anas, rui, 1);
        ruis.submit("/account/close", "password", PASSWORD);
        assertThat(open(toRui)).isEqualTo(410);

        Account eva = doctor("eva");
        String toEva = invitation(anas, eva, 1);
        anas.submit("/account/close", "password", PASSWORD);
        assertThat(open(toEva)).isEqualTo(410);
        assertThat(join(signedIn(eva), toEva)).isEqualTo(410);
    }

    @Test
    void aNewPasswordEndsTheInvitationsThatWereMadeWithTheOldOne() throws Exception {
        String toRui = invitation(anas, rui, 1);
        anas.submit("/forgotten", "email", ana.email().address(), "wish", "RESET");
        String reset = Mailbox.link(ana.email().address(), 1);
        anas.submit("/links/reset", "token", token(reset), "password", "amanhã talvez faça sol");

        assertThat(open(toRui)).isEqualTo(410);
    }

    @Test
    void aClinicIsHandedOverToNobodyButItsAccreditedDoctors() throws Exception {
        ruiJoins();
        Account eva = doctor("eva");
        for (UUID stranger : List.of(UUID.randomUUID(), eva.id())) {
            assertThat(anas.submit(place("/members/" + stranger + "/responsible"))
                            .getStatus())
                    .isEqualTo(404);
        }
        TestDoctors.grant(everyRow.database(), new OwnerId(rui.id()));
        everyRow.sql(
                        "update accreditation set standing = 'EXPIRED', since = now(), until = current_date - 1 where owner = ?")
                .param(rui.id())
                .update();
        assertThat(anas.submit(place("/members/" + rui.id() + "/responsible")).getStatus())
                .isEqualTo(409);
        assertThat(clinics.answers(new OwnerId(clinic), ana.id())).isTrue();
    }

    @Test
    void theDatabaseKeepsSomebodyWhoAnswersForTheClinic() {
        for (String emptying : List.of("role = 'MEMBER'", "until = now()")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> everyRow.sql("update membership set " + emptying + " where clinic = ?")
                            .param(clinic)
                            .update());
        }
    }

    @Test
    void oneMailboxTakesOnlySoManyInvitationsInADay() throws Exception {
        String place = place("/invitations");
        for (int i = 0; i < Allowance.MAILBOX.tries(); i++) {
            anas.submit(place, "email", "victim" + clinic + "+" + i + "@example.org");
        }
        assertThat(anas.submit(place, "email", "Victim" + clinic + "@example.org")
                        .getStatus())
                .isEqualTo(429);
        assertThat(anas.submit(place, "email", "other" + clinic + "@example.org")
                        .getRedirectedUrl())
                .isEqualTo(place("?invited"));
    }

    @Test
    void oneMailboxTakesOnlySoManyReportsInADay() throws Exception {
        String form = "/exams/" + UUID.randomUUID() + "/links/mail";
        for (int i = 0; i < Allowance.REPORTS_TO_MAILBOX.tries(); i++) {
            limits.report(rui.id(), new EmailAddress("vi.ctim" + clinic + "+" + i + "@gmail.com"));
        }
        assertThat(anas.submit(form, "email", "victim" + clinic + "@googlemail.com")
                        .getStatus())
                .isEqualTo(429);
        assertThat(anas.submit(form, "email", "other" + clinic + "@gmail.com").getStatus())
                .as("there is no such exam")
                .isEqualTo(404);
    }

    @Test
    void whoAnswersForOthersCannotCloseTheAccount() throws Exception {
        ruiJoins();
        assertThat(anas.submit("/account/close", "password", PASSWORD).getStatus())
                .isEqualTo(409);

        anas.submit("/clinic/" + clinic + "/members/" + rui.id() + "/remove");
        assertThat(anas.submit("/account/close", "password", PASSWORD).getRedirectedUrl())
                .isEqualTo("/sign-in?closed");
        assertThat(clinics.name(new OwnerId(clinic))).isEmpty();
    }

    private String place(String what) {
        return "/clinic/" + clinic + what;
    }

    private LinkRequest invite(Account by) {
        return LinkRequest.invitation(rui.email(), Locale.ENGLISH, clinic, by.id(), Instant.now());
    }

    /** The link in the newest of so many e-mails to the invited. */
    private String invitation(TestBrowser by, Account invited, int count) throws Exception {
        by.submit(place("/invitations"), "email", invited.email().address());
        return Mailbox.link(invited.email().address(), count);
    }

    private int open(String link) throws Exception {
        return new TestBrowser(server, "198.51.100.8").open(link).getStatus();
    }

    private static int join(TestBrowser browser, String link) throws Exception {
        return browser.submit("/links/member", "token", token(link)).getStatus();
    }

    private void ruiJoins() throws Exception {
        String link = invitation(anas, rui, 1);
        assertThat(ruis.page(link)).contains("Clínica do Vale");
        assertThat(ruis.submit("/links/member", "token", token(link)).getRedirectedUrl())
                .isEqualTo("/sign-in?joined");
    }

    private Account doctor(String name) {
        EmailAddress email = new EmailAddress(name + NUMBER.incrementAndGet() + "@clinic.example.org");
        String hash = new Argon2Passwords(new Places(Duration.ZERO)).encode(PASSWORD);
        Account account = new Account(UUID.randomUUID(), AccountKind.DOCTOR, name, email, hash, Locale.ENGLISH, true);
        accounts.add(account);
        return account;
    }

    private TestBrowser signedIn(Account account) throws Exception {
        TestBrowser browser = new TestBrowser(server, "203.0.113." + NUMBER.get());
        assertThat(browser.signIn(account.email().address(), PASSWORD)).isEqualTo("/exams");
        return browser;
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }
}
