package br.com.redcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.platform.database.EveryRow;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class AuditPageIT {
    private static final int ENTRIES = 60;

    @Autowired
    MockMvc browser;

    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    TransactionTemplate transaction;

    private final UUID subject = UUID.randomUUID();
    private Doctor ana;
    private Authentication administrator;

    @BeforeEach
    void recordSome() {
        ana = TestDoctors.register(database);
        administrator = new TestingAuthenticationToken(ana, "-", "ROLE_ADMINISTRATOR", "ROLE_DOCTOR");
        SecurityContextHolder.getContext().setAuthentication(administrator);
        try {
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < ENTRIES; i++) {
                    log.record(ana.owner(), "mask.removed", subject);
                }
            });
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void whoDidItIsWhoWasSignedIn() {
        assertThat(log.of(ana.owner(), subject))
                .hasSize(ENTRIES)
                .allMatch(deed -> ana.account().equals(deed.actor()));
    }

    @Test
    void theNewestEntriesAreShownAndOlderOnesOnAsking() throws Exception {
        long newest =
                everyRow.sql("select number from audit_head").query(Long.class).single();

        browser.perform(get("/admin/audit").with(authentication(administrator)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<td>" + newest + "</td>"),
                                not(containsString("<td>" + (newest - 50) + "</td>")),
                                containsString("tarja retirada"),
                                containsString("/admin/audit?before=" + (newest - 49)))));
        browser.perform(get("/admin/audit?before=" + (newest - 49)).with(authentication(administrator)))
                .andExpect(content().string(containsString("<td>" + (newest - 50) + "</td>")));
    }

    @Test
    void theChainIsCheckedOnAsking() throws Exception {
        browser.perform(post("/admin/audit/verify")
                        .with(authentication(administrator))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("alert-success"), containsString("conferem"))));
    }

    @Test
    void whatWasTamperedWithIsSaidOnThePage() throws Exception {
        long newest =
                everyRow.sql("select number from audit_head").query(Long.class).single();
        meddle("update audit_entry set action = 'mask.kept' where number = " + newest);
        try {
            browser.perform(post("/admin/audit/verify")
                            .with(authentication(administrator))
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("alert-danger"),
                                    containsString("A entrada " + newest + " FOI ALTERADA"))));
        } finally {
            meddle("update audit_entry set action = 'mask.removed' where number = " + newest);
        }
    }

    private void meddle(String change) {
        everyRow.sql("alter table audit_entry disable trigger user").update();
        everyRow.sql(change).update();
        everyRow.sql("alter table audit_entry enable trigger user").update();
    }

    @Test
    void theLogIsHandedOutAsLinesOfJson() throws Exception {
        String lines = browser.perform(get("/admin/audit/export").with(authentication(administrator)))
                .andExpect(header().string("Content-Type", containsString("application/x-ndjson")))
                .andExpect(header().string("Content-Disposition", containsString("audit.jsonl")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(lines.lines())
                .hasSizeGreaterThanOrEqualTo(ENTRIES)
                .allMatch(line -> line.startsWith("{\"number\":") && line.contains("\"hash\":\""));
        browser.perform(get("/admin/audit/export?from=2001-01-01&to=2001-01-02").with(authentication(administrator)))
                .andExpect(content().string(""));
    }
}
