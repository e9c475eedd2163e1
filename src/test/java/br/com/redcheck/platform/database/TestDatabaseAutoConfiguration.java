package br.com.redcheck.platform.database;

import java.sql.SQLException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Gives every test context a new, empty database on one PostgreSQL that all tests of this JVM share.
 *
 * <p>It acts by itself: {@code @SpringBootTest}, {@code @DataJpaTest} (with {@code replace = NONE}) and {@code @JdbcTest} need
 * to say nothing. {@code test.database.shared=false} leaves a context to the application's own embedded PostgreSQL.
 */
@AutoConfiguration(before = EmbeddedPostgresAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "test.database.shared", matchIfMissing = true)
class TestDatabaseAutoConfiguration {
    @Bean
    Access testDatabase() throws SQLException {
        return SharedPostgres.instance().newDatabase();
    }

    @Bean
    FlywayConnectionDetails testDatabaseMigrations(Access testDatabase) {
        return testDatabase.migrations();
    }

    @Bean
    static OneConnection oneConnection() {
        return new OneConnection();
    }

    @Bean
    EveryRow everyRow(Access testDatabase) {
        return SharedPostgres.instance().everyRow(testDatabase);
    }
}
