package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.database.EveryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
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
    void whoAnswersForOthersCannotCloseTheAccount() throws Exception {
        ruiJoins();
        assertThat(anas.submit("/account/close", "password", PASSWORD).getStatus())
                .isEqualTo(409);

        anas.submit("/clinic/" + clinic + "/members/" + rui.id() + "/remove");
        assertThat(anas.submit("/account/close", "password", PASSWORD).getRedirectedUrl())
                .isEqualTo("/sign-in?closed");
        assertThat(clinics.name(new OwnerId(clinic))).isEmpty();
    }

    private void ruiJoins() throws Exception {
        anas.submit("/clinic/" + clinic + "/invitations", "email", rui.email().address());
        String link = Mailbox.link(rui.email().address(), 1);
        assertThat(ruis.page(link)).contains("Clínica do Vale");
        assertThat(ruis.submit("/links/member", "token", token(link)).getRedirectedUrl())
                .isEqualTo("/sign-in?joined");
    }

    private Account doctor(String name) {
        EmailAddress email = new EmailAddress(name + NUMBER.incrementAndGet() + "@clinic.example.org");
        String hash = new Argon2Passwords().encode(PASSWORD);
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
