package br.com.redcheck.platform.database;

import br.com.redcheck.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The PostgreSQL of this test JVM, in {@code target/test-database}; stopped after the last context. */
final class SharedPostgres {
    private static final Path FOLDER = Path.of("target", "test-database");

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private SharedPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        SpringApplication.getShutdownHandlers().add(postgres::close);
    }

    static SharedPostgres instance() {
        return Holder.INSTANCE;
    }

    Access newDatabase() throws SQLException {
        return postgres.connectionDetails().to("test_" + databases.incrementAndGet(), superuserPassword());
    }

    EveryRow everyRow(Access database) {
        return new EveryRow(JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), Cluster.SUPERUSER, superuserPassword())));
    }

    private Connection superuser() throws SQLException {
        String url = postgres.connectionDetails().getJdbcUrl().replaceFirst("/[^/]+$", "/postgres");
        return DriverManager.getConnection(url, Cluster.SUPERUSER, superuserPassword());
    }

    private String superuserPassword() {
        try {
            return postgres.cluster().password();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dropFormerDatabases() throws SQLException {
        List<String> former = new ArrayList<>();
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select datname from pg_database where datname ~ '^test_[0-9]+$'")) {
                while (found.next()) {
                    former.add(found.getString(1));
                }
            }
            for (String name : former) {
                statement.execute("drop database " + name + " with (force)");
            }
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start(new Home(FOLDER), 0);
        } catch (HomeTaken anotherTestRunIsOn) {
            long pid = ProcessHandle.current().pid();
            return EmbeddedPostgres.start(new Home(FOLDER.resolveSibling("test-database-" + pid)), 0);
        }
    }

    private static final class Holder {
        static final SharedPostgres INSTANCE = make();

        private static SharedPostgres make() {
            try {
                SharedPostgres shared = new SharedPostgres(start());
                shared.dropFormerDatabases();
                return shared;
            } catch (SQLException e) {
                throw new IllegalStateException("The shared test database cannot be prepared", e);
            }
        }
    }
}
