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
    private final ThreadLocal<Boolean> asking = ThreadLocal.withInitial(() -> false);

    AdministratorsTransactions(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && !asking.get() && administratorIsServed()) {
            database.sql("set local role covid_dicom_administrator").update();
        }
    }

    /** The session that knows it may have to be read first, in a transaction of its own, which is not ours to judge. */
    private boolean administratorIsServed() {
        asking.set(true);
        try {
            Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
            return signedIn != null && signedIn.getPrincipal() instanceof Administrator;
        } finally {
            asking.remove();
        }
    }
}
