package br.com.redcheck.account;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Whatever the application does for an administrator, it does under a database role without any right to images, readings and
 * what tells about them.
 */
@Component
class AdministratorsTransactions implements TransactionExecutionListener {
    private final JdbcClient database;

    AdministratorsTransactions(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (failure == null && signedIn != null && signedIn.getPrincipal() instanceof Administrator) {
            database.sql("set local role covid_dicom_administrator").update();
        }
    }
}
