package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.Destruction.Doomed;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Destroys blobs as durable work, tried until it is done. */
@Configuration(proxyBeanMethods = false)
class DestructionJobs {
    @Bean
    static OneTimeTask<Doomed> destroyBlobs(Vault vault) {
        return Tasks.oneTime("destroy-blobs", Doomed.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 2))
                .execute((job, context) -> destroy(vault, job.getData()));
    }

    @Bean
    Destruction destruction(SchedulerClient client, OneTimeTask<Doomed> destroyBlobs, Clock clock) {
        return new Destruction(client, destroyBlobs, clock);
    }

    /** May be done twice: what is gone is gone. The keys go last, for a blob is found by its row under them. */
    private static void destroy(Vault vault, Doomed doomed) {
        OwnerId owner = new OwnerId(doomed.owner());
        try {
            for (UUID blob : doomed.blobs()) {
                vault.delete(owner, new BlobRef(blob));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (doomed.key()) {
            vault.forget(owner);
        }
    }
}
