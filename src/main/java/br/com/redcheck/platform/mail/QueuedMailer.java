package br.com.redcheck.platform.mail;

import br.com.redcheck.platform.MailState;
import br.com.redcheck.platform.Mailer;
import br.com.redcheck.platform.Messages;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.transaction.annotation.Transactional;

/** Writes e-mails and puts them into the outbox with a job to send each: what is rolled back was never in it. */
class QueuedMailer implements Mailer {
    static final String TASK = "post-mail";

    private final ObjectProvider<SchedulerClient> jobs;
    private final boolean hasServer;
    private final Outbox outbox;
    private final Postman postman;
    private final Messages messages;
    private final Clock clock;

    QueuedMailer(
            ObjectProvider<SchedulerClient> jobs,
            boolean hasServer,
            Outbox outbox,
            Postman postman,
            Messages messages,
            Clock clock) {
        this.jobs = jobs;
        this.hasServer = hasServer;
        this.outbox = outbox;
        this.postman = postman;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean hasServer() {
        return hasServer;
    }

    @Override
    @Transactional
    public UUID send(String to, Locale language, String key, Object... arguments) {
        UUID id = outbox.add(written(to, language, key, arguments));
        schedule(id);
        return id;
    }

    @Override
    public Optional<MailState> state(UUID mail) {
        return outbox.state(mail);
    }

    @Override
    public void sendNow(String to, Locale language, String key, Object... arguments) {
        try {
            postman.deliver(UUID.randomUUID(), written(to, language, key, arguments), clock.instant());
        } catch (MailException e) {
            // Whoever tries again logs it, and what the server said repeats the address.
            throw new MailSendException(
                    "An e-mail was not taken: " + FailedSending.of(e).text());
        }
    }

    /** Sends again what had failed, if there is anything of it left. */
    @Transactional
    void retry(UUID mail) {
        if (outbox.revive(mail)) {
            schedule(mail);
        }
    }

    private void schedule(UUID mail) {
        jobs.getObject().scheduleIfNotExists(new TaskInstance<Void>(TASK, mail.toString()), clock.instant());
    }

    private Mail written(String to, Locale language, String key, Object... arguments) {
        String text = messages.text(language, key + ".text", arguments);
        String foot = messages.getMessage(key + ".foot", null, messages.text(language, "mail.foot"), language);
        String subject = messages.text(language, key + ".subject");
        return new Mail(to, language.toLanguageTag(), subject, text + "\n\n-- \n" + foot + "\n");
    }
}
