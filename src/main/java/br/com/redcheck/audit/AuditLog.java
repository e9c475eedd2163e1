package br.com.redcheck.audit;

import br.com.redcheck.account.OwnerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who did what. The database refuses to change or to remove what stands here. */
@Service
public class AuditLog {
    private final JdbcClient database;
    private final Clock clock;

    AuditLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds one entry, in the transaction of what it tells about: neither is kept without the other.
     *
     * @param action what was done, as a constant such as {@code mask.removed}; never a text about a person
     * @param subject what it was done to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(OwnerId owner, String action, UUID subject) {
        database.sql("insert into audit_entry (at, owner, action, subject) values (:at, :owner, :action, :subject)")
                .param("at", Timestamp.from(clock.instant()))
                .param("owner", owner.value())
                .param("action", action)
                .param("subject", subject)
                .update();
    }
}
