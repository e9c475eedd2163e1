package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamArrived;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamProgress;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Readings as durable work: a row in the database that outlives the process which began it. */
@Configuration(proxyBeanMethods = false)
class ReadingJobs {
    private static final String NAME = "read-exam";
    private static final int TRIES = 5;

    /** The job's instance is the exam's id, its data the owner's. */
    @Bean
    static OneTimeTask<UUID> readExam(ExamReader reader, ExamProgress progress) {
        FailureHandler<UUID> tryAgain = FailureHandler.<UUID>maxRetries(TRIES)
                .withBackoff(Duration.ofSeconds(2), 3)
                .thenRemove(failed -> {
                    var job = failed.getExecution().taskInstance;
                    progress.failed(new OwnerId((UUID) job.getData()), examOf(job));
                });
        return Tasks.oneTime(NAME, UUID.class)
                .onFailure(tryAgain)
                .execute((job, context) -> reader.read(new OwnerId(job.getData()), examOf(job)));
    }

    @Bean
    Queue readingQueue(SchedulerClient client, OneTimeTask<UUID> readExam) {
        return new Queue(client, readExam);
    }

    private static ExamId examOf(TaskInstance<?> job) {
        return ExamId.parse(job.getId().split("/", 2)[0]);
    }

    /** Puts exams in the queue, in the transaction in which they arrive. */
    record Queue(SchedulerClient client, OneTimeTask<UUID> readExam) {
        @EventListener
        void on(ExamArrived arrived) {
            var job =
                    readExam.instance(arrived.exam().toString(), arrived.owner().value());
            if (!client.scheduleIfNotExists(job, arrived.due())) {
                move(job, arrived.due());
            }
        }

        /** An exam that is being read at this moment is read once more: what has just come may have come too late. */
        private void move(TaskInstance<UUID> job, Instant due) {
            try {
                client.reschedule(job, due);
            } catch (TaskInstanceCurrentlyExecutingException beingRead) {
                client.scheduleIfNotExists(
                        readExam.instance(job.getId() + "/" + due.getEpochSecond(), job.getData()), due);
            }
        }
    }
}
