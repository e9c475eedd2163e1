package br.com.redcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.vault.BlobGone;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A database that is older than the sealed files says so, and costs none of them. */
@SpringBootTest
@AutoConfigureMockMvc
class HighWaterIT {
    private static final String WARNING = "O banco de dados é mais antigo";

    @Autowired
    HighWater water;

    @Autowired
    AuditChain chain;

    @Autowired
    AuditLog log;

    @Autowired
    Vault vault;

    @Autowired
    Home home;

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    private final OwnerId ana = OwnerId.random();
    private RequestPostProcessor administrator;
    private Path mark;

    @BeforeEach
    void anEntryIsSeen() throws IOException {
        administrator = TestPeople.signedIn(TestPeople.administrator(database));
        mark = home.folder().resolve("vault").resolve("high-water");
        log.recordApart(ana, "mask.removed", null);
        water.look();
    }

    @AfterEach
    void theDatabaseFitsAgain() throws IOException {
        Files.delete(mark);
        water.look();
    }

    @Test
    void theNewestEntryIsNotedWhereOnlyTheApplicationReads() throws IOException {
        assertThat(Files.readString(mark)).isEqualTo(head().line());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mark)))
                .isEqualTo("rw-------");

        log.recordApart(ana, "mask.removed", null);
        water.look();

        assertThat(water.behind()).isFalse();
        assertThat(Files.readString(mark)).isEqualTo(head().line());
    }

    @Test
    void aDatabaseWithoutTheEntryIsBehind() throws IOException {
        Head head = head();
        for (String seen : new String[] {
            new Head(head.number() + 1, head.hash()).line(), new Head(head.number(), "00").line(), "", "x"
        }) {
            Files.writeString(mark, seen);

            assertThat(new HighWater(chain, log, home).behind())
                    .as("started with the mark '%s'", seen)
                    .isTrue();
            assertThat(Files.readString(mark)).isEqualTo(seen);
        }
    }

    @Test
    void aNewerDatabaseThatIsBackIsBehindNoLonger() throws IOException {
        beBehind();

        Files.writeString(mark, head().line());
        water.look();

        assertThat(water.behind()).isFalse();
    }

    @Test
    void nothingIsRemovedUntilAnAdministratorAcceptsTheDatabase() throws Exception {
        BlobRef blob = vault.seal(ana, new ByteArrayInputStream(new byte[100]));
        beBehind();

        vault.delete(ana, blob);

        await().until(() -> putOff() == 1); // it was due at once
        assertThat(opened(blob)).hasSize(100);

        browser.perform(post("/admin/audit/database").with(administrator).with(csrf()))
                .andExpect(redirectedUrl("/admin/audit"));
        everyRow.sql("update scheduled_tasks set execution_time = now() where task_name = 'destroy-blobs'")
                .update();

        await().untilAsserted(() -> assertThatExceptionOfType(BlobGone.class).isThrownBy(() -> opened(blob)));
    }

    @Test
    void administratorsAreToldOnEveryPageAndInHealthAndAcceptOnRecord() throws Exception {
        beBehind();

        browser.perform(get("/admin/administrators").with(administrator))
                .andExpect(content().string(containsString(WARNING)));
        browser.perform(get("/admin/audit").with(administrator))
                .andExpect(content().string(containsString("Aceitar este banco de dados")));
        browser.perform(get("/actuator/health").with(administrator))
                .andExpect(jsonPath("$.components.database-age.status").value("UP"))
                .andExpect(jsonPath("$.components.database-age.details.behind-files")
                        .value(true));
        browser.perform(post("/admin/audit/database").with(administrator).with(csrf()));

        assertThat(water.behind()).isFalse();
        browser.perform(get("/admin/audit").with(administrator))
                .andExpect(content().string(not(containsString(WARNING))))
                .andExpect(content().string(containsString("banco de dados mais antigo aceito")));
        water.look();
        assertThat(water.behind()).isFalse();
    }

    private void beBehind() throws IOException {
        Files.writeString(mark, new Head(head().number() + 1000, head().hash()).line());
        water.look();
    }

    private Head head() {
        return everyRow.sql("select number, encode(hash, 'hex') as hash from audit_head")
                .query(Head.class)
                .single();
    }

    private long putOff() {
        return everyRow.sql("""
                        select count(*) from scheduled_tasks
                        where task_name = 'destroy-blobs' and execution_time > now() + interval '30 seconds'""").query(Long.class).single();
    }

    private byte[] opened(BlobRef blob) throws IOException {
        try (InputStream plain = vault.open(ana, blob)) {
            return plain.readAllBytes();
        }
    }
}
