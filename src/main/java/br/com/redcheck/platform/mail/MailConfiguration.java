package br.com.redcheck.platform.mail;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.MailSeal;
import br.com.redcheck.platform.Messages;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.json.JsonMapper;

/** A mail server where {@code spring.mail.host} names one, a folder otherwise; a row and a job for each e-mail. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    /** While the database cannot be reached. */
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    @Bean
    static Postman postman(ObjectProvider<JavaMailSender> server, Home home, MailSettings settings) {
        JavaMailSender mailServer = server.getIfAvailable();
        return new Postman(mailServer == null ? new FolderPost(home) : mailServer::send, sender(settings));
    }

    /** An address that brings a name of its own keeps it. */
    static InternetAddress sender(MailSettings settings) {
        try {
            InternetAddress address = new InternetAddress(settings.from());
            if (address.getPersonal() == null) {
                address.setPersonal(settings.name(), StandardCharsets.UTF_8.name());
            }
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("covid-dicom.mail.from is no address", e);
        }
    }

    @Bean
    static Outbox outbox(JdbcClient database, MailSeal seal, JsonMapper json, Clock clock) {
        return new Outbox(database, seal, json, clock);
    }

    @Bean
    static Round round(Outbox outbox, Postman postman, MailSettings settings, Clock clock) {
        return new Round(outbox, postman, settings, clock);
    }

    /** A failure never leaves the round: the scheduler would log it, and with it the address. */
    @Bean
    static CustomTask<Void> postMail(Round round) {
        return Tasks.custom(QueuedMailer.TASK, Void.class)
                .onFailure((failed, job) ->
                        job.reschedule(failed, failed.getTimeDone().plus(OUTAGE)))
                .onDeadExecutionRevive()
                .execute((job, context) -> round.go(UUID.fromString(job.getId()))
                        .<CompletionHandler<Void>>map(next -> (done, operations) -> operations.reschedule(done, next))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    @Bean
    static RecurringTask<Void> purgeMail(Outbox outbox, MailSettings settings, Clock clock) {
        return Tasks.recurring("purge-mail", FixedDelay.ofHours(6))
                .execute((job, context) -> outbox.purge(clock.instant().minus(settings.kept())));
    }

    @Bean
    @ConditionalOnProperty("covid-dicom.mail.bounces.host")
    static RecurringTask<Void> readBounces(Outbox outbox, BounceSettings settings) {
        BounceBox box = new BounceBox(outbox, settings);
        return Tasks.recurring("read-bounces", FixedDelay.ofMinutes(5)).execute((job, context) -> box.read());
    }

    /** @param jobs late, since jobs send e-mails too: the scheduler is made of all jobs, and they need a mailer */
    @Bean
    static QueuedMailer mailer(
            ObjectProvider<SchedulerClient> jobs,
            ObjectProvider<JavaMailSender> server,
            Outbox outbox,
            Postman postman,
            Messages messages,
            Clock clock) {
        boolean hasServer = server.getIfAvailable() != null;
        return new QueuedMailer(jobs, hasServer, outbox, postman, messages, clock);
    }
}
