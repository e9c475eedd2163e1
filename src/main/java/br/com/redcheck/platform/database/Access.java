package br.com.redcheck.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How the application enters its database: as the owner of that one database and not as the superuser, with a password that is
 * new at every start and never written down.
 */
record Access(int port, String password) implements JdbcConnectionDetails {
    private static final String NAME = "covid_dicom";

    /** Sees to it that role and database exist and that the role has the new password. */
    static Access grant(int port, String superuserPassword) throws SQLException {
        Access access = new Access(port, Cluster.randomPassword());
        try (Connection superuser = connect(port, Cluster.SUPERUSER, superuserPassword)) {
            if (missing(superuser, "select from pg_roles where rolname = ?")) {
                execute(superuser, "create role " + NAME + " login");
            }
            // The driver sends the SCRAM verifier, so the password cannot reach the server's log.
            superuser
                    .unwrap(PGConnection.class)
                    .alterUserPassword(NAME, access.password.toCharArray(), "scram-sha-256");
            if (missing(superuser, "select from pg_database where datname = ?")) {
                execute(superuser, "create database " + NAME + " owner " + NAME);
            }
        }
        return access;
    }

    @Override
    public String getJdbcUrl() {
        return url(port, NAME);
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return getJdbcUrl(); // safe to log
    }

    private static Connection connect(int port, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        Connection connection = new Driver().connect(url(port, "postgres"), properties);
        if (connection == null) {
            throw new SQLException("The driver does not know its own address");
        }
        return connection;
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static boolean missing(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, NAME);
            try (ResultSet found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
