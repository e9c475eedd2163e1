package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import br.com.redcheck.account.AcceptedDocument.Document;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.platform.overload.Places;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

/** From signing up to closing the account, through pages and e-mails. */
@SpringBootTest
@AutoConfigureMockMvc
@RecordApplicationEvents
class AccountLifeIT {
    private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
    private static final String PASSWORD = "ontem choveu em Bauru";
    private static final String OTHER_PASSWORD = "amanhã talvez faça sol";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern HANDLE = Pattern.compile("name=\"handle\" value=\"([^\"]+)\"");

    @Autowired
    MockMvc server;

    @Autowired
    SignUps signUps;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    ApiKeys keys;

    @Autowired
    Clinics clinics;

    @Autowired
    ApplicationEvents events;

    private String email;
    private TestBrowser browser;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Mailbox.announce(properties);
    }

    @BeforeEach
    void spareTheSecondFactor(@Autowired EveryRow everyRow) {
        TestPeople.spareTheSecondFactor(everyRow);
    }

    @BeforeEach
    void newPerson() {
        int number = NUMBER.incrementAndGet();
        email = "ana" + number + "@example.org";
        browser = new TestBrowser(server, "203.0.113." + number);
    }

    @Test
    void whoSignsUpComesInOnceTheEMailIsConfirmed() throws Exception {
        UUID account = signUp().orElseThrow();
        String link = Mailbox.link(email, 1);
        assertThat(Mailbox.subject(Mailbox.to(email).get(0))).isEqualTo("Confirme o seu e-mail");

        assertThat(browser.signIn(email, "not the password")).isEqualTo("/sign-in?error");
        assertThat(browser.signIn(email, PASSWORD)).isEqualTo("/sign-in?unconfirmed");
        assertThat(Mailbox.link(email, 2)).isNotEqualTo(link);
        assertThat(browser.page(link)).contains(email);
        browser.open(link);
        assertThat(confirm(link, "not the password"))
                .startsWith("/links/confirm?token=")
                .endsWith("error");
        assertThat(confirm(link, PASSWORD)).isEqualTo("/exams");
        browser.page("/exams");

        assertThat(browser.open(link).getStatus()).isEqualTo(410);
        assertThat(events.stream(SignedInNow.class)).contains(new SignedInNow(account));
        assertThat(database.sql("select document || ' ' || version from acceptance where account = ?")
                        .param(account)
                        .query(String.class)
                        .list())
                .containsExactly("TERMS_OF_USE 1");
    }

    @Test
    void whoHasTheLinkOfAnothersAccountDoesNotComeInByItAlone() throws Exception {
        signUp();
        String link = Mailbox.link(email, 1);
        String other = "rui@example.org";
        signUps.register(AccountKind.DOCTOR, "Rui", other, OTHER_PASSWORD, Set.of(), LANGUAGE, account -> {});

        browser.submit("/sign-in", "username", other, "password", OTHER_PASSWORD, "confirmation", token(link));

        assertThat(accounts.byEmail(EmailAddress.parse(other)).orElseThrow().confirmed())
                .isFalse();
    }

    @Test
    void anEMailThatHasAnAccountIsToldToItsOwnerAlone() throws Exception {
        confirmed();
        assertThat(signUp()).isEmpty();
        assertThat(Mailbox.subject(Mailbox.expect(email, 1))).isEqualTo("Você já tem uma conta");
        assertThat(browser.signIn(email, PASSWORD)).isEqualTo("/exams");

        TestBrowser stranger = new TestBrowser(server, "198.51.100.1");
        String known =
                stranger.submit("/forgotten", "email", email, "wish", "RESET").getRedirectedUrl();
        String unknown = stranger.submit("/forgotten", "email", "nobody@example.org", "wish", "RESET")
                .getRedirectedUrl();
        assertThat(unknown).isEqualTo(known);
        Mailbox.expect(email, 2);
        assertThat(Mailbox.to("nobody@example.org")).isEmpty();
    }

    @Test
    void anAdministratorsInvitationEndsWithTheirAccountAndWithTheNextOne() throws Exception {
        UUID eva = UUID.randomUUID();
        EmailAddress evas = new EmailAddress("eva." + email);
        String hash = new Argon2Passwords(new Places(Duration.ZERO)).encode(PASSWORD);
        accounts.add(new Account(eva, AccountKind.ADMINISTRATOR, "Eva", evas, hash, LANGUAGE, true));
        assertThat(browser.signIn(evas.address(), PASSWORD)).isEqualTo("/admin");
        browser.submit("/admin/administrators", "email", email);
        String first = Mailbox.link(email, 1);
        browser.submit("/admin/administrators", "email", email);
        String second = Mailbox.link(email, 2);

        TestBrowser invited = new TestBrowser(server, "198.51.100.2");
        assertThat(invited.open(first).getStatus()).isEqualTo(410);
        invited.page(second);
        assertThat(browser.submit("/account/close", "password", PASSWORD, "erase", "true")
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?closed");
        assertThat(invited.open(second).getStatus()).isEqualTo(410);
        assertThat(invited.submit(
                                "/links/administrator",
                                "token",
                                token(second),
                                "name",
                                "Leo",
                                "password",
                                OTHER_PASSWORD)
                        .getStatus())
                .isEqualTo(410);
    }

    @Test
    void whatARequestCallsTheServerGetsIntoNoLinkAndNoRedirect() throws Exception {
        confirmed();
        assertThat(browser.open("http://evil.example/exams?page=2").getRedirectedUrl())
                .isEqualTo("/sign-in");
        browser.submit("http://evil.example/forgotten", "email", email, "wish", "RESET");
        assertThat(Mailbox.text(Mailbox.expect(email, 1))).doesNotContain("evil.example");
        assertThat(browser.signIn(email, PASSWORD)).isEqualTo("/exams?page=2");
    }

    @Test
    void whatIsRolledBackSendsNoEMail() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        signUps.register(AccountKind.DOCTOR, "Ana", email, PASSWORD, Set.of(), LANGUAGE, account -> {
                            throw new IllegalStateException();
                        }));

        assertThat(accounts.byEmail(EmailAddress.parse(email))).isEmpty();
        assertThat(database.sql("select encode(task_data, 'escape') from scheduled_tasks where task_name = 'send-link'")
                        .query(String.class)
                        .list())
                .noneMatch(job -> job.contains(email));
    }

    @Test
    void aResetEndsEverySessionAndTheOldPassword() throws Exception {
        confirmed();
        assertThat(browser.signIn(email, PASSWORD)).isEqualTo("/exams");
        TestBrowser elsewhere = new TestBrowser(server, "198.51.100.2");
        elsewhere.submit("/forgotten", "email", email, "wish", "RESET");
        String link = Mailbox.link(email, 1);

        assertThat(elsewhere.page(link)).contains("autocomplete=\"new-password\"");
        String refused = elsewhere
                .submit("/links/reset", "token", token(link), "password", "senhasenhasenha")
                .getContentAsString();
        assertThat(refused).contains("is-invalid").contains("primeiras que se tentam");
        assertThat(elsewhere
                        .submit("/links/reset", "token", token(link), "password", OTHER_PASSWORD)
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?reset");

        assertThat(Mailbox.text(Mailbox.expect(email, 2))).contains("senha trocada", "/forgotten");
        assertThat(browser.open("/exams").getRedirectedUrl()).endsWith("/sign-in");
        assertThat(browser.signIn(email, PASSWORD)).isEqualTo("/sign-in?error");
        assertThat(elsewhere.signIn(email, OTHER_PASSWORD)).isEqualTo("/exams");
        assertThat(elsewhere
                        .submit("/links/reset", "token", token(link), "password", PASSWORD)
                        .getStatus())
                .isEqualTo(410);
    }

    @Test
    void whoeverChangesWhatOpensAnAccountItsOwnerIsTold() throws Exception {
        UUID account = confirmed();
        browser.signIn(email, PASSWORD);

        browser.submit("/second-factor/settings/recovery-codes");
        assertThat(news(1)).contains("códigos de recuperação gerados", "Se não foi você", "/forgotten");
        browser.submit("/account/api-keys", "name", "PACS", "scopes", "EXAMS_READ");
        assertThat(news(2)).contains("chave de API criada");
        browser.submit(
                "/account/api-keys/revoke",
                "key",
                keys.of(new OwnerId(account)).get(0).id().toString());
        assertThat(news(3)).contains("chave de API revogada");
    }

    @Test
    void ofAClinicsKeysTheDoctorWhoAnswersForItIsTold() {
        OwnerId clinic = clinics.register(confirmed(), "Clínica do Vale");
        UUID other = UUID.randomUUID();
        EmailAddress ruis = new EmailAddress("rui." + email);
        accounts.add(new Account(other, AccountKind.DOCTOR, "Rui", ruis, "-", Locale.ENGLISH, true));
        clinics.join(clinic, other);

        keys.make(clinic, other, new ApiKeyWish("PACS", Set.of(ApiScope.EXAMS_READ), ApiKeyWish.Life.YEAR));

        assertThat(news(1)).contains("chave de API criada");
        assertThat(Mailbox.to(ruis.address())).isEmpty();
    }

    private String news(int count) {
        MimeMessage news = Mailbox.expect(email, count);
        assertThat(Mailbox.subject(news)).isEqualTo("Uma mudança na segurança da sua conta");
        return Mailbox.text(news);
    }

    @Test
    void aLinkTooOldIsRefused() throws Exception {
        confirmed();
        browser.submit("/forgotten", "email", email, "wish", "SIGN_IN");
        String link = Mailbox.link(email, 1);
        database.sql("update account_link set expires_at = now() - interval '1 second'")
                .update();

        assertThat(browser.open(link).getStatus()).isEqualTo(410);
        assertThat(browser.submit("/links/sign-in", "token", token(link)).getStatus())
                .isEqualTo(410);
    }

    @Test
    void anEMailedLinkLetsInOnce() throws Exception {
        confirmed();
        browser.submit("/forgotten", "email", email, "wish", "SIGN_IN");
        String link = Mailbox.link(email, 1);

        browser.page(link);
        assertThat(browser.submit("/links/sign-in", "token", token(link)).getRedirectedUrl())
                .isEqualTo("/exams");
        browser.page("/exams");
        assertThat(browser.submit("/links/sign-in", "token", token(link)).getStatus())
                .isEqualTo(410);
    }

    @Test
    void sessionsAreListedAndEndedByTheirOwnerAlone() throws Exception {
        confirmed();
        browser.signIn(email, PASSWORD);
        TestBrowser lost = new TestBrowser(server, "198.51.100.3");
        lost.signIn(email, PASSWORD);

        String list = browser.page("/account/sessions");
        assertThat(list).contains("Firefox, Linux").contains("este navegador").doesNotContain("198.51.100.3");
        Matcher handle = HANDLE.matcher(list);
        assertThat(handle.find()).isTrue();
        stranger().submit("/account/sessions", "handle", handle.group(1));
        assertThat(lost.open("/account").getStatus()).isEqualTo(200);
        browser.submit("/account/sessions", "handle", handle.group(1));
        assertThat(lost.open("/account").getRedirectedUrl()).endsWith("/sign-in");
        assertThat(browser.open("/account").getStatus()).isEqualTo(200);
    }

    @Test
    void aClosedAccountIsOutAtOnceAndItsEMailFree() throws Exception {
        UUID account = confirmed();
        browser.signIn(email, PASSWORD);
        TestBrowser elsewhere = new TestBrowser(server, "198.51.100.4");
        elsewhere.signIn(email, PASSWORD);

        assertThat(browser.submit("/account/close", "password", "not the password")
                        .getContentAsString())
                .contains("is-invalid");
        assertThat(browser.submit("/account/close", "password", PASSWORD, "erase", "true")
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?closed");

        assertThat(elsewhere.open("/exams").getRedirectedUrl()).endsWith("/sign-in");
        assertThat(elsewhere.signIn(email, PASSWORD)).isEqualTo("/sign-in?error");
        assertThat(events.stream(AccountClosed.class))
                .contains(new AccountClosed(account, AccountKind.DOCTOR, new OwnerId(account), true));
        assertThat(database.sql("select name from account where id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .isEqualTo("-");
        assertThat(signUp()).isPresent();
    }

    @Test
    void aHashOfLessCostIsMadeAnew() throws Exception {
        UUID account = confirmed();
        accounts.changePassword(account, new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD));

        assertThat(browser.signIn(email, PASSWORD)).isEqualTo("/exams");

        assertThat(accounts.byId(account).orElseThrow().passwordHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(new TestBrowser(server, "198.51.100.5").signIn(email, PASSWORD))
                .isEqualTo("/exams");
    }

    @Test
    void whereNobodyIsNamedNobodyComes() throws Exception {
        confirmed();
        browser.signIn(email, PASSWORD);

        assertThat(browser.open("/admin").getStatus()).isEqualTo(403);
        assertThat(browser.open("/no-such-page").getStatus()).isEqualTo(403);
        assertThat(browser.open("/").getRedirectedUrl()).isEqualTo("/exams");
    }

    private Optional<UUID> signUp() {
        List<UUID> made = new ArrayList<>();
        signUps.register(
                AccountKind.DOCTOR,
                "Ana",
                email,
                PASSWORD,
                Set.of(new AcceptedDocument(Document.TERMS_OF_USE, "1")),
                LANGUAGE,
                made::add);
        return made.stream().findFirst();
    }

    private UUID confirmed() {
        UUID id = UUID.randomUUID();
        String hash = new Argon2Passwords(new Places(Duration.ZERO)).encode(PASSWORD);
        accounts.add(new Account(id, AccountKind.DOCTOR, "Ana", EmailAddress.parse(email), hash, LANGUAGE, true));
        return id;
    }

    private TestBrowser stranger() throws Exception {
        TestBrowser stranger = new TestBrowser(server, "198.51.100.6");
        email = "stranger-" + email;
        confirmed();
        assertThat(stranger.signIn(email, PASSWORD)).isEqualTo("/exams");
        return stranger;
    }

    private String confirm(String link, String password) throws Exception {
        return String.valueOf(
                browser.submit("/sign-in", "username", email, "password", password, "confirmation", token(link))
                        .getRedirectedUrl());
    }

    private static String token(String link) {
        return link.substring(link.indexOf("token=") + "token=".length());
    }
}
