package br.com.redcheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestSessions;
import br.com.redcheck.platform.Home;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.SessionRepository;

/** What every journey begins with: the application on a port of its own, a browser, and doctors who sign in there. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class Journey {
    static final String PASSWORD = "uma frase longa e rara";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    Home home;

    /** Makes a doctor of the test's own, of whom no second factor is asked. */
    final Doctor registerDoctor() {
        return TestDoctors.register(database, passwords.encode(PASSWORD));
    }

    /** Makes a doctor of the test's own, of whom a second factor is asked. */
    final Doctor registerDoctorWithSecondFactor(String name) {
        Doctor doctor = registerDoctor();
        database.sql("update account set second_factor_waived = false, name = ? where id = ?")
                .params(name, doctor.account())
                .update();
        return doctor;
    }

    /** Gives the browser of a page a device for passkeys, which checks who holds it or only that somebody does. */
    static void plugInAuthenticator(Page page, boolean checksItsHolder) {
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        devices.send(
                "WebAuthn.addVirtualAuthenticator",
                JsonParser.parseString("""
                {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
                    "isUserVerified": %s, "automaticPresenceSimulation": true}}""".formatted(checksItsHolder)).getAsJsonObject());
    }

    /** Shows a doctor of the test's own the shelf, as one who has signed in: the form for it has journeys of its own. */
    final void signIn(Page page, Doctor doctor) {
        Cookie session = new Cookie("SESSION", TestSessions.begin(sessions, doctor));
        page.context().addCookies(List.of(session.setUrl("http://localhost:" + port)));
        page.navigate("/exams");
        assertThat(page.locator("#shelf")).isVisible();
    }
}
