package br.com.redcheck.platform.mail;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.Mailer;
import br.com.redcheck.platform.Messages;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.mail.javamail.JavaMailSender;

/** A mail server where {@code spring.mail.host} names one, a folder otherwise; a job for each e-mail. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(MailConfiguration.class);

    /** With a pause that begins at {@link #FIRST_PAUSE} and doubles, the last try is a day after the first. */
    private static final int TRIES = 12;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);

    @Bean
    static Postman postman(ObjectProvider<JavaMailSender> server, Home home, MailSettings settings) {
        JavaMailSender sender = server.getIfAvailable();
        return new Postman(sender == null ? new FolderPost(home) : sender::send, settings.from());
    }

    @Bean
    static OneTimeTask<Mail> sendMail(Postman postman) {
        return Tasks.oneTime("send-mail", Mail.class)
                .onFailure(FailureHandler.<Mail>maxRetries(TRIES)
                        .withBackoff(FIRST_PAUSE, 2)
                        .thenRemove(failed -> LOG.error("An e-mail was given up after {} tries", TRIES)))
                .execute((job, context) -> postman.deliver(job.getData()));
    }

    /** @param jobs lazily, since jobs send e-mails too: the scheduler is made of all jobs, and they need a mailer */
    @Bean
    static Mailer mailer(
            @Lazy SchedulerClient jobs, OneTimeTask<Mail> sendMail, Postman postman, Messages messages, Clock clock) {
        return new QueuedMailer(jobs, sendMail, postman, messages, clock);
    }
}
