package br.com.redcheck.pipeline;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has failed for good, for administrators, under whose database role alone this answers. */
@Service
@Transactional
class FailedSteps {
    private static final int MOST = 200;

    private final JdbcClient database;
    private final Tickets tickets;
    private final Clock clock;

    FailedSteps(JdbcClient database, Tickets tickets, Clock clock) {
        this.database = database;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** The newest first, no more than 200. */
    List<FailedStep> newest() {
        return database.sql(
                        "select id, kind, subject, failure, tries, parked_at from failed_step order by parked_at desc limit :most")
                .param("most", MOST)
                .query((row, number) -> new FailedStep(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("subject", UUID.class),
                        row.getString("failure"),
                        row.getInt("tries"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Lets a step be tried again; one that is not there any more has been. */
    void retry(UUID step) {
        var now = clock.instant();
        Optional<String> kind = database.sql("select kind from retry_step(:step, :now) kind where kind is not null")
                .param("step", step)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
        kind.ifPresent(found -> tickets.issue(found, step, now));
    }
}
