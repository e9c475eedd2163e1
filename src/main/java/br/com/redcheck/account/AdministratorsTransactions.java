package br.com.redcheck.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Whatever the application does for an administrator, it does under a database role without any right to images, readings and
 * what tells about them.
 *
 * <p>Who is asking is in memory by then: {@link SessionFirst} has loaded the session. An exception that left a listener would leave
 * behind a connection whose transaction nobody ends. So where the role cannot be taken on, the connection is cut: the transaction's
 * first statement fails, and its end gives the connection back.
 */
@Component
class AdministratorsTransactions implements TransactionExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(AdministratorsTransactions.class);

    private final JdbcTemplate database;

    AdministratorsTransactions(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null) {
            database.execute((ConnectionCallback<Boolean>) AdministratorsTransactions::inRole);
        }
    }

    private static Boolean inRole(Connection connection) throws SQLException {
        try {
            return administratorIsServed() && takeRole(connection);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("A transaction is given up: the role it should run under could not be taken on", e);
            connection.abort(Runnable::run);
            return false;
        }
    }

    private static boolean administratorIsServed() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof Administrator;
    }

    private static boolean takeRole(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("set local role covid_dicom_administrator");
        }
    }
}
