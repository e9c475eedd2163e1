package br.com.redcheck.platform.database;

import br.com.redcheck.platform.Home;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.validation.annotation.Validated;

/**
 * Starts the embedded PostgreSQL unless somebody names a database with {@code spring.datasource.url}.
 *
 * <p>The data source depends on the connection's details and they on the server, so the server starts first and stops last,
 * also when the context fails half way.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
@Conditional(EmbeddedPostgresAutoConfiguration.NoDatabaseIsNamed.class)
@EnableConfigurationProperties(EmbeddedPostgresAutoConfiguration.Settings.class)
class EmbeddedPostgresAutoConfiguration {
    /** The exit status of an application whose database has ended and cannot be started again. */
    private static final int DATABASE_LOST = 70;

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(Home home, Settings settings) {
        return EmbeddedPostgres.start(home, settings.port()).watched(EmbeddedPostgresAutoConfiguration::end);
    }

    /** Without its database the application is of no use; whoever supervises it starts both again. */
    private static void end() {
        new Thread(() -> System.exit(DATABASE_LOST), "end").start();
    }

    @Bean
    JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgres postgres) {
        return postgres.connectionDetails();
    }

    @Bean
    FlywayConnectionDetails embeddedPostgresMigrations(EmbeddedPostgres postgres) {
        return postgres.connectionDetails().migrations();
    }

    /** @param port where the embedded PostgreSQL listens, on the loopback interface; 0 takes any free one */
    @ConfigurationProperties("covid-dicom.database")
    @Validated
    record Settings(@DefaultValue("0") @Min(0) @Max(65535) int port) {}

    static class NoDatabaseIsNamed extends NoneNestedConditions {
        NoDatabaseIsNamed() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static class DatabaseIsNamed {}
    }
}
