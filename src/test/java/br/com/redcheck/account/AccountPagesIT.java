package br.com.redcheck.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.Chromium;
import br.com.redcheck.Pages;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.database.EveryRow;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages of accounts in a real browser on a phone: they fit, and axe finds nothing. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AccountPagesIT {
    private static final String EMAIL = "ana@pages.example.org";
    private static final String PASSWORD = "ontem choveu em Bauru";
    private static final String OTHER_PASSWORD = "amanhã talvez faça sol";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    SignUps signUps;

    @Autowired
    Accounts accounts;

    @Autowired
    Links links;

    @Autowired
    Clinics clinics;

    private Page page;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Mailbox.announce(properties);
    }

    @BeforeEach
    void spareTheSecondFactor(@Autowired EveryRow everyRow) {
        TestPeople.spareTheSecondFactor(everyRow);
    }

    @BeforeEach
    void openPhone() {
        page = CHROMIUM.phone(port);
    }

    @Test
    void aDoctorConfirmsLooksAroundAndCloses() {
        List<UUID> made = new ArrayList<>();
        signUps.register(
                AccountKind.DOCTOR, "Ana", EMAIL, PASSWORD, Set.of(), Locale.forLanguageTag("pt-BR"), made::add);
        OwnerId clinic = clinics.register(made.get(0), "Clínica do Vale");

        page.navigate(Mailbox.link(EMAIL, 1));
        check("confirm");
        page.locator("#password").fill(PASSWORD);
        page.locator("form .btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*/exams"));
        check("shelf-of-member");
        page.locator("header select").selectOption("Clínica do Vale");
        page.locator("header form[action='/shelf'] button").click();
        assertThat(page.locator("header select option:checked")).hasText("Clínica do Vale");

        openAndCheck("/account", "account");
        openAndCheck("/account/sessions", "sessions");
        assertThat(page.locator("main")).containsText("Chrome, Linux");
        openAndCheck("/clinic/" + clinic.value(), "clinic");
        openAndCheck("/account/api-keys", "api-keys");
        page.locator("#name").fill("PACS da radiologia");
        page.locator("#exams-send").check();
        page.locator("main .btn-primary").click();
        assertThat(page.locator("#made")).containsText("cdk_");
        check("api-key-made");
        page.setViewportSize(1280, 860);
        Pages.check(page, "api-key-made");
        page.setViewportSize(360, 780);
        page.locator("main li button").click();
        assertThat(page.locator(".alert-success")).containsText("revogada");
        openAndCheck("/developers", "developers");
        openAndCheck("/account/close", "close");
        page.locator("#password").fill("not the password");
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".invalid-feedback").first()).isVisible();
        check("close-refused");
        page.locator("#password").fill(PASSWORD);
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".alert-success")).containsText("encerrada");
    }

    @Test
    void whoHasForgottenThePasswordChoosesAnother() {
        String email = "rui@pages.example.org";
        accounts.add(new Account(
                UUID.randomUUID(),
                AccountKind.RESEARCHER,
                "Rui",
                EmailAddress.parse(email),
                "-",
                Locale.ENGLISH,
                true));

        openAndCheck("/sign-in", "sign-in-links");
        openAndCheck("/forgotten", "forgotten");
        page.locator("#email").fill(email);
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".alert-success")).isVisible();
        page.navigate(Mailbox.link(email, 1));
        page.locator("#password").fill("senhasenhasenha");
        page.locator("main .btn-primary").click();
        assertThat(page.locator("#password-error")).isVisible();
        check("reset-refused");
        page.locator("#password").fill(OTHER_PASSWORD);
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".alert-success")).isVisible();
        page.locator("#username").fill(email);
        page.locator("#password").fill(OTHER_PASSWORD);
        page.locator("form .btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*/account"));
    }

    @Test
    void theFirstAdministratorMakesAnAccount() {
        Token token = links.make(Link.printed(null));
        openAndCheck(Purpose.ADMINISTRATOR.path(token), "administrator");
        page.locator("#name").fill("Eva");
        page.locator("#email").fill("eva@pages.example.org");
        page.locator("#password").fill(PASSWORD);
        page.locator("main .btn-primary").click();
        page.locator("#username").fill("eva@pages.example.org");
        page.locator("#password").fill(PASSWORD);
        page.locator("form .btn-primary").click();
        openAndCheck("/admin/administrators", "administrators");
        page.locator("#email").fill("leo@pages.example.org");
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".alert-success")).isVisible();
        page.navigate(Mailbox.link("leo@pages.example.org", 1));
        assertThat(page.locator("#email")).hasValue("leo@pages.example.org");
    }

    @Test
    void noRedirectRepeatsWhatARequestCallsTheServer() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /exams HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                    + "X-Forwarded-Proto: https\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).contains("Location: /sign-in\r\n").doesNotContain("evil.example");
        }
    }

    private void openAndCheck(String path, String name) {
        page.navigate(path);
        check(name);
    }

    private void check(String name) {
        Pages.check(page, name + "-phone");
    }
}
