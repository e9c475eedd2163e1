package br.com.redcheck.patient.rights;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps things no longer than their rules say: looks every night. */
@Configuration(proxyBeanMethods = false)
class RetentionJobs {
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

    /** What a rule takes away may be destroyed by a job of the scheduler's, which is not made yet when this is. */
    @Bean
    static RecurringTask<Void> applyRetention(ObjectProvider<Retention> retention) {
        return Tasks.recurring("apply-retention", Schedules.daily(RightsDesk.BRASILIA, AT_NIGHT))
                .execute((job, context) -> retention.getObject().run());
    }
}
