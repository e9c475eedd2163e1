package br.com.redcheck.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How the application enters a database: migrations as the owner of its tables, everything else as a role that owns nothing
 * ({@code db/roles.sql}); neither is the superuser. Both passwords are new at every start and never written down.
 *
 * @param database the database's name
 */
record Access(int port, String database, String ownersPassword, String password) implements JdbcConnectionDetails {
    static final String DATABASE = "covid_dicom";
    private static final String OWNER = "covid_dicom_owner";
    private static final String APPLICATION = "covid_dicom";
    private static final String ROLES = "/db/roles.sql";

    /** Sees to it that the application's database and its roles exist and that these have new passwords. */
    static Access grant(int port, String superuserPassword) throws SQLException {
        Access access = new Access(port, DATABASE, Cluster.randomPassword(), Cluster.randomPassword());
        access.makeDatabase(superuserPassword);
        try (Connection superuser = connect(port, DATABASE, superuserPassword)) {
            setPassword(superuser, OWNER, access.ownersPassword);
            setPassword(superuser, APPLICATION, access.password);
        }
        return access;
    }

    /** The same way into another database of the server, which is made if need be. */
    Access to(String other, String superuserPassword) throws SQLException {
        Access access = new Access(port, other, ownersPassword, password);
        access.makeDatabase(superuserPassword);
        return access;
    }

    private void makeDatabase(String superuserPassword) throws SQLException {
        try (Connection superuser = connect(port, "postgres", superuserPassword)) {
            if (missing(superuser)) {
                execute(superuser, "create database " + database);
            }
        }
        try (Connection superuser = connect(port, database, superuserPassword)) {
            execute(superuser, roles());
        }
    }

    /** How migrations enter. */
    FlywayConnectionDetails migrations() {
        return new Migrations(this);
    }

    @Override
    public String getJdbcUrl() {
        return url(port, database);
    }

    @Override
    public String getUsername() {
        return APPLICATION;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return getJdbcUrl(); // safe to log
    }

    /** The driver sends the SCRAM verifier, so the password cannot reach the server's log. */
    private static void setPassword(Connection superuser, String role, String password) throws SQLException {
        superuser.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static String roles() {
        try (InputStream in = Access.class.getResourceAsStream(ROLES)) {
            if (in == null) {
                throw new IllegalStateException(ROLES + " is missing in the application");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection connect(int port, String database, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.SUPERUSER);
        properties.setProperty("password", password);
        Connection connection = new Driver().connect(url(port, database), properties);
        if (connection == null) {
            throw new SQLException("The driver does not know its own address");
        }
        return connection;
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private boolean missing(Connection superuser) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement("select from pg_database where datname = ?")) {
            statement.setString(1, database);
            try (ResultSet found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    private static void execute(Connection connection, String commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(commands);
        }
    }

    private record Migrations(Access access) implements FlywayConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return access.getJdbcUrl();
        }

        @Override
        public String getUsername() {
            return OWNER;
        }

        @Override
        public String getPassword() {
            return access.ownersPassword;
        }
    }
}
