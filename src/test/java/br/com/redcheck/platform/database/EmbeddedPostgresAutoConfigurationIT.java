package br.com.redcheck.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.redcheck.platform.Home;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresAutoConfigurationIT {
    @TempDir
    static Path folder;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(EmbeddedPostgresAutoConfiguration.class, DataSourceAutoConfiguration.class))
            .withBean(Home.class, () -> new Home(folder));

    @Test
    void theDataSourceIsTheEmbeddedDatabase() {
        application.run(context -> {
            JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));

            assertThat(jdbc.sql("select current_database()").query(String.class).single())
                    .isEqualTo("covid_dicom");
            assertThat(serverRuns()).isTrue();
        });
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void aServerThatIsKilledAloneIsStartedAgainUnderItsDataSource() {
        application.run(context -> {
            JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
            int before = jdbc.sql("select extract(epoch from pg_postmaster_start_time())")
                    .query(Integer.class)
                    .single();
            Path note = context.getBean(EmbeddedPostgres.class).cluster().data().resolve("postmaster.pid");
            ProcessHandle.of(Long.parseLong(Files.readAllLines(note).get(0).strip()))
                    .orElseThrow()
                    .destroyForcibly();

            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(
                            () -> jdbc.sql("select extract(epoch from pg_postmaster_start_time())")
                                    .query(Integer.class)
                                    .single(),
                            after -> after > before);
        });
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void aContextThatFailsLeavesNoServerBehind() {
        application
                .withUserConfiguration(Failing.class)
                .run(context -> assertThat(context).hasFailed());

        assertThat(serverRuns()).isFalse();
        application.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aNamedDatabaseIsUsedInstead() {
        application
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/other")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedPostgres.class);
                    assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
                            .isEqualTo("jdbc:postgresql://db.example/other");
                });
    }

    @Test
    void aPortThatCannotBeIsRefused() {
        application
                .withPropertyValues("covid-dicom.database.port=70000")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("port"));
    }

    private static boolean serverRuns() {
        try (var found = Files.find(folder, 4, (path, its) -> path.endsWith("postmaster.pid"))) {
            return found.findAny().isPresent();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Failing {
        @Bean
        Object failing(DataSource database) {
            JdbcClient.create(database).sql("select no_such_function()").query().singleValue();
            return database;
        }
    }
}
