package br.com.redcheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.account.secondfactor.TestApp;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A doctor enrols a second factor in a real browser, leaves, and comes in with it. Screenshots lie in target/screenshots. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SecondFactorJourneyIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String PASSWORD = "correct horse battery staple";
    private static final Pattern SHELF = Pattern.compile(".*/exams(\\?.*)?$");
    private static final Pattern SETTINGS = Pattern.compile(".*/second-factor/settings$");
    private static final Pattern CHALLENGE = Pattern.compile(".*/second-factor(\\?.*)?$");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    PasswordEncoder passwords;

    private Doctor ana;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.startFor(SecondFactorJourneyIT.class);
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void makeDoctorAndOpenDesktop() {
        ana = TestPeople.doctor(database);
        database.sql("update account set password_hash = ?, name = 'Ana' where id = ?")
                .params(passwords.encode(PASSWORD), ana.account())
                .update();
        open(1280, 860);
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void anAppIsEnrolledAndAsksForItsCodeAtTheNextSignIn() {
        TestApp phone = enrolApp("desktop");
        page.locator("text=Guardei os códigos").click();
        assertThat(page).hasURL(SHELF);
        signOut();

        signIn();
        assertThat(page).hasURL(CHALLENGE);
        page.locator("#code").fill("000000");
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".alert-danger")).containsText("não confere");
        shoot("second-factor-wrong-desktop");
        page.locator("#code").fill(phone.nextCode());
        page.locator("main .btn-primary").click();
        assertThat(page).hasURL(SHELF);
        page.navigate(address("/second-factor"));
        shoot("second-factor-settings-with-app-desktop");
        assertAccessible();
    }

    @Test
    void aPasskeyIsMadeAndSignsInByItself() {
        plugInAuthenticator(true);
        signIn();
        assertThat(page).hasURL(SETTINGS);
        page.locator("#passkey-label").fill("Notebook do consultório");
        page.locator("#passkey-registration button").click();
        assertThat(page.locator(".factor-list")).containsText("Notebook do consultório");
        shoot("second-factor-settings-with-passkey-desktop");
        assertAccessible();
        page.navigate(address("/exams"));
        assertThat(page.locator("#files")).isEnabled();
        signOut();

        shoot("sign-in-with-passkey-desktop");
        assertAccessible();
        page.locator("#passkey-sign-in").click();
        assertThat(page).hasURL(SHELF);
        assertThat(page.locator(".who")).hasText("Ana");
        assertThat(page.locator("#files")).isEnabled();
    }

    @Test
    void aPasskeyIsTheSecondFactorAfterThePassword() {
        plugInAuthenticator(true);
        signIn();
        page.locator("#passkey-registration button").click();
        assertThat(page.locator(".factor-list li")).hasCount(1);
        signOut();

        signIn();
        assertThat(page).hasURL(CHALLENGE);
        shoot("second-factor-passkey-desktop");
        assertAccessible();
        page.locator("#passkey-sign-in").click();
        assertThat(page).hasURL(SHELF);

        page.navigate(address("/second-factor/settings"));
        page.locator(".factor-list button").click();
        assertThat(page.locator(".factor-list")).hasCount(0);
    }

    @Test
    void aDeviceThatDoesNotCheckItsHolderIsNotEnough() {
        plugInAuthenticator(false);
        signIn();
        page.locator("#passkey-registration button").click();

        assertThat(page.locator("#passkey-problem")).containsText("não foi criada");
        shoot("passkey-refused-desktop");
        assertAccessible();
        assertThat(page.locator(".factor-list")).hasCount(0);
    }

    @Test
    void aRecoveryCodeLetsInWithoutThePhone() {
        enrolApp("recovery");
        String code = page.locator(".recovery-codes code").nth(4).innerText();
        page.locator("text=Guardei os códigos").click();
        signOut();

        signIn();
        page.locator("details summary").click();
        page.locator("#recovery-code").fill(code);
        shoot("second-factor-recovery-desktop");
        page.locator("details button").click();
        assertThat(page.locator(".alert-warning")).containsText("restam 9");
        shoot("second-factor-recovered-desktop");
        assertAccessible();
    }

    @Test
    void aPhoneShowsTheSame() {
        context.close();
        open(360, 780);
        enrolApp("phone");
        page.locator("text=Guardei os códigos").click();
        signOut();
        shootAndCheckWidth("sign-in-with-passkey-phone");
        signIn();
        shootAndCheckWidth("second-factor-phone");
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("Confirm that it is you");
        assertAccessible();
    }

    /** From the sign-in to the recovery codes. */
    private TestApp enrolApp(String name) {
        signIn();
        assertThat(page).hasURL(SETTINGS);
        shootAndCheckWidth("second-factor-settings-" + name);
        assertAccessible();
        page.locator("#begin-app").click();
        shootAndCheckWidth("authenticator-app-" + name);
        assertAccessible();
        TestApp phone = new TestApp(page.locator("#secret").innerText());
        page.locator("#code").fill(phone.code());
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".recovery-codes code")).hasCount(10);
        shootAndCheckWidth("recovery-codes-" + name);
        assertAccessible();
        return phone;
    }

    /** Gives the browser a device that makes passkeys, as a notebook with a fingerprint reader is one. */
    private void plugInAuthenticator(boolean checksItsHolder) {
        CDPSession devices = context.newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options =
                JsonParser.parseString("""
                {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
                    "isUserVerified": %s, "automaticPresenceSimulation": true}}""".formatted(checksItsHolder)).getAsJsonObject();
        devices.send("WebAuthn.addVirtualAuthenticator", options);
    }

    private void open(int width, int height) {
        context = chromium.browser().newContext(new NewContextOptions().setViewportSize(width, height));
        page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private void signIn() {
        page.navigate(address("/sign-in"));
        page.locator("#username").fill(ana.getUsername());
        page.locator("#password").fill(PASSWORD);
        page.locator("form .btn-primary").click();
    }

    private void signOut() {
        page.locator("header button").click();
        assertThat(page.locator(".alert-success")).isVisible();
    }

    private void assertAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEqualTo(List.of());
    }

    private void shoot(String name) {
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private void shootAndCheckWidth(String name) {
        shoot(name);
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing of %s reaches beyond the screen", name)
                .isTrue();
    }
}
