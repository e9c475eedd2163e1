package br.com.redcheck.account;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes requests for links, in the transaction of the caller. */
@Component
class LinkPost {
    private final SchedulerClient jobs;
    private final OneTimeTask<LinkRequest> sendLink;
    private final Clock clock;

    LinkPost(SchedulerClient jobs, OneTimeTask<LinkRequest> sendLink, Clock clock) {
        this.jobs = jobs;
        this.sendLink = sendLink;
        this.clock = clock;
    }

    void send(LinkRequest request) {
        jobs.scheduleIfNotExists(sendLink.instance(UUID.randomUUID().toString(), request), clock.instant());
    }
}
