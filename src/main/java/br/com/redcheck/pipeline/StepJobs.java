package br.com.redcheck.pipeline;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the scheduler does with a ticket. */
@Configuration(proxyBeanMethods = false)
class StepJobs {
    /** While the database cannot be reached. */
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    @Bean
    static CustomTask<Void> step(StepRunner runner) {
        return Tasks.custom(Tickets.TASK, Void.class)
                .onFailure((failed, ticket) ->
                        ticket.reschedule(failed, failed.getTimeDone().plus(OUTAGE)))
                .onDeadExecutionRevive()
                .execute((ticket, context) -> runner.run(ticket.getId())
                        .<CompletionHandler<Void>>map(next -> (done, operations) -> operations.reschedule(done, next))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }
}
