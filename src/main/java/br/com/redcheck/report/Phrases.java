package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sentences that an owner's doctors use again, sealed. */
@Service
@Transactional
class Phrases {
    /** More than anybody finds again. */
    static final int MOST = 200;

    /** A phrase as it is kept. */
    record Kept(UUID id, Phrase phrase) {}

    private final JdbcClient database;
    private final ReportSeal seal;
    private final AuditLog audit;
    private final Clock clock;

    Phrases(JdbcClient database, ReportSeal seal, AuditLog audit, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order in which they were kept. */
    @Transactional(readOnly = true)
    List<Kept> of(OwnerId owner) {
        return database.sql("select id, phrase from report_phrase where owner = ? order by kept_at, id")
                .param(owner.value())
                .query((row, number) ->
                        new Kept(row.getObject("id", UUID.class), seal.openPhrase(owner, row.getBytes("phrase"))))
                .list();
    }

    /** @throws UselessPhrase if there are {@value #MOST} already */
    Kept keep(OwnerId owner, Phrase phrase) {
        if (of(owner).size() >= MOST) {
            throw UselessPhrase.tooMany(MOST);
        }
        UUID id = UUID.randomUUID();
        database.sql("insert into report_phrase (id, owner, phrase, kept_at) values (?, ?, ?, ?)")
                .params(
                        id,
                        owner.value(),
                        seal.seal(owner, phrase),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(owner, "report.phrase-kept", id);
        return new Kept(id, phrase);
    }

    /** Removes a phrase; one that is not there is removed already. */
    void remove(OwnerId owner, UUID id) {
        int removed = database.sql("delete from report_phrase where owner = ? and id = ?")
                .params(owner.value(), id)
                .update();
        if (removed > 0) {
            audit.record(owner, "report.phrase-removed", id);
        }
    }
}
