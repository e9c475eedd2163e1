package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Refuses a PostgreSQL that is too old before anything is changed in it.
 *
 * <p>Version 16 is the first that knows {@code grant … with inherit false, set true}, by which {@code db/roles.sql} lets a role
 * act as another without having that one's rights all the time; row-level security relies on it.
 */
@Component
class SupportedPostgres implements FlywayMigrationStrategy {
    private static final int OLDEST = 16;

    @Override
    public void migrate(Flyway flyway) {
        int version = majorVersion(flyway.getConfiguration().getDataSource());
        if (version < OLDEST) {
            throw new TooOld(version);
        }
        flyway.migrate();
    }

    private static int majorVersion(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say its version", e);
        }
    }

    /** The database that was named is a PostgreSQL older than the oldest that will do. */
    static final class TooOld extends CannotStart {
        private static final long serialVersionUID = 1L;

        TooOld(int found) {
            super("refusal.old-postgresql", String.valueOf(found), String.valueOf(OLDEST));
        }
    }
}
