package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.database.EveryRow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import picocli.CommandLine;

/** {@code invite-admin} beside a running server, on a database that has a name. */
@SpringBootTest
@AutoConfigureMockMvc
class InviteAdminCommandIT {
    private static final Pattern LINK = Pattern.compile("http://localhost[:\\d]*(/links/administrator\\?token=(\\S+))");
    private static final String PASSWORD = "ontem choveu em Bauru";

    @Autowired
    MockMvc server;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    FlywayConnectionDetails migrations;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void spareTheSecondFactor(@Autowired EveryRow everyRow) {
        TestPeople.spareTheSecondFactor(everyRow);
    }

    @Test
    void whoIsInvitedBecomesAnAdministratorOnce() throws Exception {
        assertThat(invite("eva@example.org")).as(err.toString()).isZero();
        Matcher link = LINK.matcher(out.toString());
        assertThat(link.find()).isTrue();
        TestBrowser browser = new TestBrowser(server, "203.0.113.20");

        assertThat(browser.page(link.group(1))).contains("eva@example.org");
        String[] form = {"token", link.group(2), "name", "Eva", "email", "other@example.org", "password", PASSWORD};
        assertThat(browser.submit("/links/administrator", form).getRedirectedUrl())
                .isEqualTo("/sign-in?welcome");
        assertThat(browser.submit("/links/administrator", form).getStatus()).isEqualTo(410);

        assertThat(browser.signIn("other@example.org", PASSWORD)).isEqualTo("/sign-in?error");
        assertThat(browser.signIn("eva@example.org", PASSWORD)).isEqualTo("/admin");
        assertThat(browser.page("/admin/administrators")).contains("Eva");
        assertThat(browser.open("/exams").getStatus()).as("no way to images").isEqualTo(403);
        assertThat(invite("eva@example.org")).as("has an account already").isEqualTo(2);
    }

    @Test
    void whatIsNoEMailIsRefused() {
        assertThat(invite("eva")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        new Messages().text(Messages.consoleLanguage(), "refusal.invalid-email-address"));
    }

    private int invite(String email) {
        Map<String, String> named = Map.of(
                "test.database.shared", "false",
                "spring.datasource.url", database.getJdbcUrl(),
                "spring.datasource.username", String.valueOf(database.getUsername()),
                "spring.datasource.password", String.valueOf(database.getPassword()),
                "spring.flyway.user", String.valueOf(migrations.getUsername()),
                "spring.flyway.password", String.valueOf(migrations.getPassword()));
        named.forEach(System::setProperty);
        try {
            return new CommandLine(new InviteAdminCommand())
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(email);
        } finally {
            named.keySet().forEach(System::clearProperty);
        }
    }
}
