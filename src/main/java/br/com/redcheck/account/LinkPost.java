package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes requests for links, in the transaction of the caller. */
@Component
class LinkPost {
    private final SchedulerClient jobs;
    private final OneTimeTask<LinkRequest> sendLink;
    private final MailLimits limits;
    private final Clock clock;

    LinkPost(SchedulerClient jobs, OneTimeTask<LinkRequest> sendLink, MailLimits limits, Clock clock) {
        this.jobs = jobs;
        this.sendLink = sendLink;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes a request for an invitation. Whether the person may make it is the caller's to ask; it is asked again when the e-mail is
     * written and when the link is used.
     *
     * @param clinic that invites; none if it is the administrators
     * @throws TooManyMails if the person or the mailbox has had all of the day
     */
    void invite(SignedIn by, EmailAddress email, Locale language, @Nullable UUID clinic) {
        LinkRequest request = LinkRequest.invitation(email, language, clinic, by.account(), clock.instant());
        limits.invitation(request.purpose(), by.account(), email);
        send(request);
    }

    void send(LinkRequest request) {
        jobs.scheduleIfNotExists(sendLink.instance(UUID.randomUUID().toString(), request), clock.instant());
    }
}
