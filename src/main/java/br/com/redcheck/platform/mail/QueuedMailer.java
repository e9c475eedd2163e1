package br.com.redcheck.platform.mail;

import br.com.redcheck.platform.Mailer;
import br.com.redcheck.platform.Messages;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** Writes e-mails and puts them in the queue, which is a table: what is rolled back was never in it. */
final class QueuedMailer implements Mailer {
    private final SchedulerClient jobs;
    private final OneTimeTask<Mail> sendMail;
    private final Postman postman;
    private final Messages messages;
    private final Clock clock;

    QueuedMailer(SchedulerClient jobs, OneTimeTask<Mail> sendMail, Postman postman, Messages messages, Clock clock) {
        this.jobs = jobs;
        this.sendMail = sendMail;
        this.postman = postman;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void send(String to, Locale language, String key, Object... arguments) {
        Mail mail = written(to, language, key, arguments);
        jobs.scheduleIfNotExists(sendMail.instance(UUID.randomUUID().toString(), mail), clock.instant());
    }

    @Override
    public void sendNow(String to, Locale language, String key, Object... arguments) {
        postman.deliver(written(to, language, key, arguments));
    }

    private Mail written(String to, Locale language, String key, Object... arguments) {
        String text = messages.text(language, key + ".text", arguments);
        String foot = messages.text(language, "mail.foot");
        return new Mail(to, messages.text(language, key + ".subject"), text + "\n\n-- \n" + foot + "\n");
    }
}
