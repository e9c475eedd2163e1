package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clears away what nobody has touched for long: files that never came wholly, with their parts, and the records of sendings. */
@Configuration(proxyBeanMethods = false)
class SendingSweep {
    private static final Duration EVERY = Duration.ofHours(1);

    /** So long after the announcement the first byte must have come; nothing is lost when it is announced again. */
    private static final Duration UNBEGUN = Duration.ofDays(1);

    @Bean
    static RecurringTask<Void> sweepSendings(
            JdbcClient database,
            Sendings sendings,
            SentFiles files,
            SealedParts parts,
            SendingSettings settings,
            Clock clock) {
        return Tasks.recurring("sweep-sendings", FixedDelay.of(EVERY)).execute((job, context) -> {
            for (Idle idle : idle(database, settings, clock)) {
                if (!sendings.withdraw(idle.owner(), idle.id())) {
                    continue; // acknowledged, and its intake still waits
                }
                files.of(idle.owner(), idle.id()).forEach(file -> parts.discard(idle.owner(), file));
                sendings.forget(idle.owner(), idle.id());
            }
        });
    }

    static List<Idle> idle(JdbcClient database, SendingSettings settings, Clock clock) {
        return database.sql(
                        "select owner, id from idle_sendings(:since) union select owner, id from unbegun_sendings(:unbegun)")
                .param("since", clock.instant().minus(settings.expiry()).atOffset(ZoneOffset.UTC))
                .param("unbegun", clock.instant().minus(UNBEGUN).atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Idle(new OwnerId(row.getObject("owner", UUID.class)), row.getObject("id", UUID.class)))
                .list();
    }

    record Idle(OwnerId owner, UUID id) {}
}
