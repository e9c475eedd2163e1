package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Searches for what was told of patients as durable work, tried until it is done. */
@Configuration(proxyBeanMethods = false)
class IdentityJobs {
    /** The job's instance is the exam's id and a word of chance, its data the owner's id. */
    @Bean
    static OneTimeTask<UUID> searchIdentity(IdentitySearch search) {
        return Tasks.oneTime("search-identity", UUID.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 2))
                .execute((job, context) -> search.search(new OwnerId(job.getData()), examOf(job)));
    }

    @Bean
    Searches searches(SchedulerClient client, OneTimeTask<UUID> searchIdentity, Clock clock) {
        return new Searches(client, searchIdentity, clock);
    }

    private static ExamId examOf(TaskInstance<?> job) {
        return ExamId.parse(job.getId().split("/", 2)[0]);
    }

    /** Each telling has a search of its own, put off by no other. */
    record Searches(SchedulerClient client, OneTimeTask<UUID> searchIdentity, Clock clock) {
        @EventListener
        void on(IdentityTold told) {
            String instance = told.exam() + "/" + UUID.randomUUID();
            client.scheduleIfNotExists(
                    searchIdentity.instance(instance, told.owner().value()), clock.instant());
        }
    }
}
