package br.com.redcheck.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tickets are jobs of db-scheduler. One is issued for a step but is good for any step of its kind, and it stays in the scheduler's
 * table as long as its own step is not done: so there are always as many tickets as steps, and whose turn it is can be decided late.
 *
 * <p>Where all room for a kind is taken, whoever works there takes the next step without a ticket for it; the ticket is for the case
 * that this process dies, and is drawn later.
 */
@Component
class Tickets {
    static final String TASK = "step";

    private final ObjectProvider<Scheduler> scheduler;
    private final Desks desks;
    private final Clock clock;

    /** @param scheduler asked late, for it wants to know the steps first */
    Tickets(ObjectProvider<Scheduler> scheduler, Desks desks, Clock clock) {
        this.scheduler = scheduler;
        this.desks = desks;
        this.clock = clock;
    }

    void issue(String kind, UUID step, Instant due) {
        Instant now = clock.instant();
        boolean asked = !due.isAfter(now);
        Instant drawn = asked ? desks.whenToCome(kind, now) : due;
        if (!scheduler.getObject().scheduleIfNotExists(ticket(first(kind, step)), drawn)) {
            scheduler.getObject().schedule(ticket(kind + "/" + step + "/" + UUID.randomUUID()), drawn);
        }
        if (asked) {
            afterCommit(() -> call(kind));
        }
    }

    /** A process that begins looks at once for what another has left; the tickets of that may be drawn late. */
    @EventListener(ApplicationReadyEvent.class)
    void lookRound() {
        desks.all().forEach(step -> {
            for (int place = 0; place < step.atOnce(); place++) {
                scheduler.getObject().schedule(ticket(first(step.kind(), UUID.randomUUID())), clock.instant());
            }
        });
    }

    /** Whoever works there looks again before going; if nobody does, the scheduler looks at once. */
    private void call(String kind) {
        if (desks.arrived(kind)) {
            scheduler.getObject().triggerCheckForDueExecutions();
        }
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    private static TaskInstance<Void> ticket(String name) {
        return new TaskInstance<>(TASK, name);
    }

    /** The name of the ticket that is issued with a step. */
    static String first(String kind, UUID step) {
        return kind + "/" + step + "/0";
    }

    static String kindOf(String ticket) {
        return ticket.split("/")[0];
    }

    static UUID stepOf(String ticket) {
        return UUID.fromString(ticket.split("/")[1]);
    }
}
