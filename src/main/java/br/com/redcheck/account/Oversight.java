package br.com.redcheck.account;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has to look across owners without an administrator at the desk, such as a reminder that is due or the check of the audit
 * log: it sees what an administrator may see, and as little of images and readings.
 */
public class Oversight {
    private final JdbcClient database;

    Oversight(JdbcClient database) {
        this.database = database;
    }

    /** Does some work in one transaction under the administrators' database role. */
    @Transactional
    public <T> T look(Supplier<T> work) {
        assume();
        return work.get();
    }

    /** Puts the rest of the caller's transaction under the administrators' database role. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assume() {
        database.sql("set local role covid_dicom_administrator").update();
    }
}
