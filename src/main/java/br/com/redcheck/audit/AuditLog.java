package br.com.redcheck.audit;

import br.com.redcheck.account.OwnerId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Writes down who did what. The database numbers and chains the entries, and refuses to change or to remove what stands here.
 *
 * <p>Writers wait for one another from their first entry to the end of their transaction: record last, and keep it short.
 */
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
        append(owner.value(), action, subject);
    }

    /**
     * Adds one entry in a transaction of its own, for what has no other: a refusal, a failed sign-in. It is not for callers within
     * a transaction, who would need a second connection while they hold the first: they record before it begins or after its end.
     *
     * @param owner whose shelf it is about, if anybody's
     * @param action as for {@link #record}
     * @param subject what it is about, if that is known
     */
    public void recordApart(@Nullable OwnerId owner, String action, @Nullable UUID subject) {
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(), "within a transaction");
        append(owner == null ? null : owner.value(), action, subject);
    }

    /** All that was ever done to one thing of an owner's, oldest first. */
    @Transactional(readOnly = true)
    public List<Deed> of(OwnerId owner, UUID subject) {
        return database.sql("""
                        select at, actor, action from audit_entry
                        where owner = :owner and subject = :subject order by number""")
                .param("owner", owner.value())
                .param("subject", subject)
                .query(Deed.class)
                .list();
    }

    private void append(@Nullable UUID owner, String action, @Nullable UUID subject) {
        database.sql("""
                        insert into audit_entry (at, actor, owner, action, subject)
                        values (:at, :actor, :owner, :action, :subject)""")
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", Actor.current(), Types.OTHER)
                .param("owner", owner, Types.OTHER)
                .param("action", action)
                .param("subject", subject, Types.OTHER)
                .update();
    }
}
