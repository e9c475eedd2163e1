package br.com.redcheck.patient.consent;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.rights.RetentionRule;
import br.com.redcheck.patient.rights.RetentionSettings;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Destruction;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scans that were sent and about which nothing was ever declared. */
@Component
@Transactional
class UnusedPapers implements RetentionRule {
    private final JdbcClient database;
    private final Destruction destruction;
    private final RetentionSettings settings;

    UnusedPapers(JdbcClient database, Destruction destruction, RetentionSettings settings) {
        this.database = database;
        this.destruction = destruction;
        this.settings = settings;
    }

    @Override
    public String key() {
        return "unused-papers";
    }

    @Override
    public Period kept() {
        return settings.unusedPapers();
    }

    @Override
    public List<Overdue> overdue(Instant before) {
        return database.sql("select owner, id from papers_unused_since(:before)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Overdue::of)
                .list();
    }

    @Override
    public void apply(OwnerId owner, UUID thing) {
        List<UUID> blobs = database.sql("""
                        delete from consent_paper paper where owner = :owner and id = :id
                            and not exists (select from consent_step step where step.paper = paper.id) returning blob""")
                .param("owner", owner.value())
                .param("id", thing)
                .query(UUID.class)
                .list();
        destruction.of(owner, blobs.stream().map(BlobRef::new).toList());
    }
}
