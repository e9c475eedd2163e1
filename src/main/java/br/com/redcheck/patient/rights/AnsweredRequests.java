package br.com.redcheck.patient.rights;

import br.com.redcheck.account.OwnerId;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that were answered so long ago that nobody can go to court about them any more (Brazilian consumer code, art. 27). */
@Component
@Transactional
class AnsweredRequests implements RetentionRule {
    private final JdbcClient database;
    private final RetentionSettings settings;

    AnsweredRequests(JdbcClient database, RetentionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String key() {
        return "answered-requests";
    }

    @Override
    public Period kept() {
        return settings.answeredRequests();
    }

    @Override
    public List<Overdue> overdue(Instant before) {
        return database.sql("select owner, id from requests_answered_before(:before)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Overdue::of)
                .list();
    }

    @Override
    public void apply(OwnerId owner, UUID thing) {
        database.sql("delete from rights_request where owner = :owner and id = :id and state <> 'OPEN'")
                .param("owner", owner.value())
                .param("id", thing)
                .update();
    }
}
