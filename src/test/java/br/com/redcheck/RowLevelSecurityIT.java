package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.DurableLater;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.PlannedAnew;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.platform.database.EveryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** A question that forgets the owner is answered with the owner's rows all the same, and never with another's. */
@SpringBootTest
@AutoConfigureMockMvc
class RowLevelSecurityIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_06.dcm");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    Forgetful forgetful;

    private Doctor ana;
    private Doctor rui;

    @BeforeEach
    void makeDoctors() throws Exception {
        ana = TestDoctors.register(database);
        rui = TestDoctors.register(database);
        DoctorsRequests requests = new DoctorsRequests(browser);
        String exam = requests.send(ana, Files.readAllBytes(FILM));
        requests.leaveMasks(ana, exam);
        await().atMost(Duration.ofMinutes(2)).until(() -> count("reading_slice", ana) > 0);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyTableWithAnOwnerIsLocked() {
        assertThat(ownedTables())
                .contains("exam", "series", "instance", "cleaning", "mask", "reading", "vault_key", "annotation");
        assertThat(everyRow.sql("select relname from pg_class where relrowsecurity and relforcerowsecurity")
                        .query(String.class)
                        .list())
                .containsAll(ownedTables());
    }

    @Test
    void onlyWhatHasConsentIsSeenAcrossOwners() {
        assertThat(everyRow.sql("""
                        select relname from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'owner'
                        where relkind = 'v' and relnamespace = 'public'::regnamespace
                          and has_table_privilege('covid_dicom', pg_class.oid, 'select')""").query(String.class).list())
                .containsExactlyInAnyOrder(
                        "exam_for_research", "exam_for_publication", "image_for_research", "image_for_publication");
    }

    @Test
    void aForgetfulQuestionSeesItsOwnersRowsAlone() {
        for (String table : List.of("exam", "series", "instance", "cleaning", "mask", "reading", "reading_slice")) {
            long anas = count(table, ana);

            assertThat(anas).as(table).isPositive();
            assertThat(forgetful.rows(ana.owner(), table)).as(table).isEqualTo(anas);
            assertThat(forgetful.rows(rui.owner(), table)).as(table).isZero();
        }
    }

    @Test
    void aQuestionInNobodysNameIsAnError() {
        List<String> filled = ownedTables().stream()
                .filter(table -> everyRow.sql("select exists (select from " + table + ")")
                        .query(Boolean.class)
                        .single())
                .toList();
        assertThat(filled).hasSizeGreaterThan(12);
        for (String table : filled) {
            assertThatThrownBy(() -> forgetful.rowsOfNobody(table))
                    .as(table)
                    .rootCause()
                    .hasMessageContaining("names no owner");
        }
    }

    @Test
    void aForgetfulChangeReachesItsOwnersRowsAlone() {
        assertThat(forgetful.change(rui.owner(), "update exam set modality = 'XX'"))
                .isZero();
        assertThat(forgetful.change(rui.owner(), "delete from mask")).isZero();

        assertThat(count("mask", ana)).isPositive();
    }

    @Test
    void nothingIsWrittenForAnotherOwner() {
        String given = "insert into cleaning select i.id, '" + ana.owner().value()
                + "', now(), '', '', '', '{}' from (select gen_random_uuid() id) i";

        assertThatThrownBy(() -> forgetful.change(rui.owner(), given))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void whatElseATransactionAsksForEndsWithIt() {
        assertThat(forgetful.settings(ana.owner())).isEqualTo("auto on");
        assertThat(forgetful.settingsAskedFor(ana.owner())).isEqualTo("force_custom_plan off");
        assertThat(forgetful.settings(ana.owner())).isEqualTo("auto on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table exam disable row level security",
                "alter table exam no force row level security",
                "drop policy exam_of_owner on exam",
                "create policy all_of_it on exam using (true)",
                "alter table audit_entry disable trigger all",
                "update audit_entry set action = 'x'",
                "delete from audit_entry",
                "insert into audit_day select current_date, 0, sha256(''), sha256('')",
                "update audit_head set number = 0",
                "truncate audit_entry",
                "create table mine (x int)",
                "set role covid_dicom_owner",
                "set role covid_dicom_counter",
                "set session authorization postgres"
            })
    void theApplicationsRoleCannotUnlock(String attempt) {
        assertThatThrownBy(() -> forgetful.change(ana.owner(), attempt)).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exam",
                "series",
                "instance",
                "cleaning",
                "mask",
                "reading",
                "reading_slice",
                "reading_remark",
                "annotation",
                "patient",
                "patient_word",
                "exam_form",
                "outcome",
                "report_link",
                "signed_report",
                "report_withdrawal",
                "report_draft",
                "report_phrase",
                "letterhead"
            })
    void whileAnAdministratorIsServedThereIsNoWayToImages(String table) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(TestPeople.administrator(database), null));

        assertThatThrownBy(() -> forgetful.rows(ana.owner(), table))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private List<String> ownedTables() {
        return everyRow.sql("""
                        select table_name from information_schema.columns natural join information_schema.tables
                        where table_schema = 'public' and column_name = 'owner' and table_type = 'BASE TABLE'""").query(String.class).list();
    }

    private long count(String table, Doctor doctor) {
        return everyRow.sql("select count(*) from " + table + " where owner = ?")
                .param(doctor.owner().value())
                .query(Long.class)
                .single();
    }

    /** A repository whose author did not think of owners. */
    @Transactional
    static class Forgetful {
        private final JdbcClient database;

        Forgetful(JdbcClient database) {
            this.database = database;
        }

        long rows(OwnerId owner, String table) {
            return rowsOfNobody(table);
        }

        long rowsOfNobody(String table) {
            return database.sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
        }

        int change(OwnerId owner, String command) {
            return database.sql(command).update();
        }

        String settings(OwnerId owner) {
            return database.sql(
                            "select current_setting('plan_cache_mode') || ' ' || current_setting('synchronous_commit')")
                    .query(String.class)
                    .single();
        }

        @PlannedAnew
        @DurableLater
        String settingsAskedFor(OwnerId owner) {
            return settings(owner);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Doubles {
        @Bean
        Forgetful forgetful(JdbcClient database) {
            return new Forgetful(database);
        }
    }
}
