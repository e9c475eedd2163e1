package br.com.redcheck.pipeline;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tickets are jobs of db-scheduler. One is issued for a step but is good for any step of its kind, and it stays in the scheduler's
 * table as long as its own step is not done: so there are always as many tickets as steps, and whose turn it is can be decided late.
 */
@Component
class Tickets {
    static final String TASK = "step";

    private final ObjectProvider<SchedulerClient> scheduler;

    /** @param scheduler asked late, for it wants to know the steps first */
    Tickets(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void issue(String kind, UUID step, Instant due) {
        String ticket = kind + "/" + step + "/" + UUID.randomUUID();
        scheduler.getObject().schedule(new TaskInstance<Void>(TASK, ticket), due);
    }

    static String kindOf(String ticket) {
        return ticket.split("/")[0];
    }

    static UUID stepOf(String ticket) {
        return UUID.fromString(ticket.split("/")[1]);
    }
}
