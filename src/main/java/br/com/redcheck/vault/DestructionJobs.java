package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.Destruction.Doomed;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Destroys blobs as durable work, tried until it is done; what is held back is looked at again. */
@Configuration(proxyBeanMethods = false)
class DestructionJobs {
    private static final Duration HELD_BACK = Duration.ofMinutes(1);

    @Bean
    static CustomTask<Doomed> destroyBlobs(Vault vault, HeldBack heldBack) {
        return Tasks.custom("destroy-blobs", Doomed.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 2))
                .onDeadExecutionRevive()
                .execute((job, context) -> {
                    if (heldBack.now()) {
                        return (done, operations) ->
                                operations.reschedule(done, done.getTimeDone().plus(HELD_BACK));
                    }
                    destroy(vault, job.getData());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    @Bean
    Destruction destruction(SchedulerClient client, CustomTask<Doomed> destroyBlobs, Clock clock) {
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
