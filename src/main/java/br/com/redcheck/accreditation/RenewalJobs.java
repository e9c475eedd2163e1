package br.com.redcheck.accreditation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at all licences once a day. */
@Configuration(proxyBeanMethods = false)
class RenewalJobs {
    /** Brasília's early morning: the mail lies there when people come to work. */
    private static final LocalTime TIME = LocalTime.of(5, 0);

    @Bean
    static RecurringTask<Void> lookAtLicences(Renewals renewals) {
        return Tasks.recurring("look-at-licences", Schedules.daily(BrasiliaCalendar.ZONE, TIME))
                .execute((job, context) -> renewals.due().forEach(renewals::look));
    }
}
