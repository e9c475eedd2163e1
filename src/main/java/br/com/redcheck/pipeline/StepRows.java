package br.com.redcheck.pipeline;

import br.com.redcheck.account.DurableLater;
import br.com.redcheck.account.OwnerId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code step}: what waits, what is being run under which ticket, what has failed for good. */
@Service
@Transactional
class StepRows {
    private final JdbcClient database;

    StepRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * Writes a step down, or changes the one that is there.
     *
     * @return it, unless the tickets that are out will do
     */
    Optional<UUID> put(OwnerId owner, String kind, UUID subject, Instant due, boolean urgent) {
        return add(owner, kind, subject, due, urgent).or(() -> change(owner, kind, subject, due, urgent));
    }

    /** Empty if it is there already. */
    private Optional<UUID> add(OwnerId owner, String kind, UUID subject, Instant due, boolean urgent) {
        return database.sql("""
                        insert into step (id, kind, owner, subject, due, urgent)
                        values (:id, :kind, :owner, :subject, :due, :urgent)
                        on conflict on constraint step_once do nothing returning id""")
                .param("id", UUID.randomUUID())
                .param("kind", kind)
                .param("owner", owner.value())
                .param("subject", subject)
                .param("due", at(due))
                .param("urgent", urgent)
                .query(UUID.class)
                .optional();
    }

    private Optional<UUID> change(OwnerId owner, String kind, UUID subject, Instant due, boolean urgent) {
        Optional<Instant> before = dueOf(owner, kind, subject);
        UUID step = database.sql("""
                        insert into step (id, kind, owner, subject, due, urgent)
                        values (:id, :kind, :owner, :subject, :due, :urgent)
                        on conflict on constraint step_once do update set
                            due = excluded.due,
                            urgent = step.urgent or excluded.urgent,
                            again = step.ticket is not null,
                            tries = case when step.parked_at is null then step.tries else 0 end,
                            parked_at = null,
                            failure = null
                        returning id""")
                .param("id", UUID.randomUUID())
                .param("kind", kind)
                .param("owner", owner.value())
                .param("subject", subject)
                .param("due", at(due))
                .param("urgent", urgent)
                .query(UUID.class)
                .single();
        boolean enough = before.filter(then -> !due.isBefore(then)).isPresent();
        return enough ? Optional.empty() : Optional.of(step);
    }

    /** When a step of an owner's is due that waits or is being run. */
    private Optional<Instant> dueOf(OwnerId owner, String kind, UUID subject) {
        return database.sql("""
                        select due from step
                        where owner = :owner and kind = :kind and subject = :subject and parked_at is null for update""")
                .param("owner", owner.value())
                .param("kind", kind)
                .param("subject", subject)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The step that the ticket holds, or the one whose turn it is; empty if there is nothing to do now. */
    Optional<ClaimedStep> claim(String kind, String ticket, Instant now) {
        // A claim that a power cut takes back is made again.
        return database.sql("""
                        select id, owner, subject, tries, set_config('synchronous_commit', 'off', true)
                        from claim_step(:kind, :ticket, :now)""")
                .param("kind", kind)
                .param("ticket", ticket)
                .param("now", at(now))
                .query((row, number) -> new ClaimedStep(
                        row.getObject("id", UUID.class),
                        new OwnerId(row.getObject("owner", UUID.class)),
                        row.getObject("subject", UUID.class),
                        row.getInt("tries")))
                .optional();
    }

    /** When a step, of whomever, wants to be done; empty if it is done or has failed for good. */
    Optional<Instant> due(UUID step) {
        return database.sql("select due from step_due(:step) due where due is not null")
                .param("step", step)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Strikes a step off with the ticket that was issued for it, unless that is drawn already or holds another step, as after a crash;
     * or lets it wait again if that was asked for while it was run. If a power cut takes this back, it is run again, which changes
     * nothing.
     */
    @DurableLater
    void done(OwnerId owner, String kind, UUID step) {
        int gone = database.sql("""
                        with gone as (delete from step where owner = :owner and id = :id and not again returning id),
                            drawn as (delete from scheduled_tasks using gone
                                      where task_name = :task and task_instance = :ticket and not picked
                                        and ticket_is_free(:ticket))
                        select count(*) from gone""")
                .param("owner", owner.value())
                .param("id", step)
                .param("task", Tickets.TASK)
                .param("ticket", Tickets.first(kind, step))
                .query(Integer.class)
                .single();
        if (gone == 0) {
            database.sql("update step set ticket = null, again = false, tries = 0 where owner = :owner and id = :id")
                    .param("owner", owner.value())
                    .param("id", step)
                    .update();
        }
    }

    /** Lets a step wait for another try. */
    void postpone(OwnerId owner, UUID step, Instant due) {
        database.sql("update step set ticket = null, due = :due where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", step)
                .param("due", at(due))
                .update();
    }

    /** Lets a step wait as if it had not been begun. */
    void putBack(OwnerId owner, UUID step, Instant due) {
        database.sql("update step set ticket = null, due = :due, tries = tries - 1 where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", step)
                .param("due", at(due))
                .update();
    }

    /** Puts a step aside that has failed for good. */
    void park(OwnerId owner, UUID step, String failure, Instant now) {
        database.sql("""
                        update step set ticket = null, again = false, parked_at = :now, failure = :failure
                        where owner = :owner and id = :id""")
                .param("owner", owner.value())
                .param("id", step)
                .param("failure", failure)
                .param("now", at(now))
                .update();
    }

    void forget(OwnerId owner, UUID subject) {
        database.sql("delete from step where owner = :owner and subject = :subject")
                .param("owner", owner.value())
                .param("subject", subject)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
