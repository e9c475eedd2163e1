package br.com.redcheck.account;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Links are made and sent by a job, which tries again while the mail server is away. */
@Configuration(proxyBeanMethods = false)
class LinkJobs {
    private static final Logger LOG = LoggerFactory.getLogger(LinkJobs.class);

    /** Half an hour in all: whoever has not had the link by then asks again. */
    private static final int TRIES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    @Bean
    static OneTimeTask<LinkRequest> sendLink(LinkWriter writer, MailLimits limits) {
        return Tasks.oneTime("send-link", LinkRequest.class)
                .onFailure(FailureHandler.<LinkRequest>maxRetries(TRIES)
                        .withBackoff(FIRST_PAUSE, 2)
                        .thenRemove(failed -> LOG.error("A link could not be sent in {} tries", TRIES)))
                .execute((job, context) -> {
                    LinkRequest request = job.getData();
                    boolean first = context.getExecution().consecutiveFailures == 0;
                    if (!first || limits.admits(request)) {
                        writer.answer(request);
                    }
                });
    }
}
